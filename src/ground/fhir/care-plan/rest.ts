import { textAt } from '../any.ts'
import type { Taking } from './taking.ts'

/** Something in a document of which not all is shown, with everything that is not: where it stands, and what it says. */
export interface Rest {
  readonly type: string
  readonly id: string
  readonly leaves: readonly Leaf[]
}

export interface Leaf {
  readonly path: string
  readonly value: string
}

/** What was not taken of a resource, to the last value. */
export function restOf(resource: unknown, taking: Taking): Rest {
  return {
    type: textAt(resource, 'resourceType') ?? '',
    id: textAt(resource, 'id') ?? '',
    leaves: leavesOf(resource, '', taking),
  }
}

/** Every value in something, by its path; with `taking`, only those that were not taken. */
export function leavesOf(value: unknown, path: string, taking?: Taking): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value: String(value) }]
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`
    return taking?.has(value, name) === true ? [] : leavesOf(inner, at, taking)
  })
}
