import { textAt } from '../any.ts'
import { type Element, insertElement, setElement } from './change.ts'
import type { PatchPath } from './patch-path.ts'
import { type Changeable, elementOf, isChangeable, type Reach, type Spot, spotsAt } from './spot.ts'

/** A value of an operation: of a data type, a resource, or the parts of a group that has no type of its own. */
export type Value =
  | { readonly is: 'typed'; readonly key: string; readonly value: unknown; readonly besides: unknown }
  | { readonly is: 'parts'; readonly parts: readonly unknown[] }

/** What a parameter says as a value; undefined where it says none. */
export function valueIn(part: unknown): Value | undefined {
  if (!isChangeable(part)) return undefined
  if (Array.isArray(part.part)) return { is: 'parts', parts: part.part }
  if (part.resource !== undefined)
    return { is: 'typed', key: 'valueResource', value: part.resource, besides: undefined }
  const key = Object.keys(part)
    .find(name => /^_?value[A-Z]/.test(name))
    ?.replace(/^_/, '')
  return key === undefined ? undefined : { is: 'typed', key, value: part[key], besides: part[`_${key}`] }
}

/** Adds an element under a name, at the end of a list unless it says where. Answers whether it fits. */
export function addTo(holder: Changeable, type: string, name: string, value: Value, index?: number): boolean {
  const made = elementMade(type, name, value)
  const element = elementOf(type, name)
  if (made === undefined || element === undefined) return false
  if (element.facts.max > 1) return insertElement(holder, made, index)
  if (index !== undefined || element.keys.some(({ key }) => isThere(holder, key))) return false
  setElement(holder, made)
  return true
}

function isThere(holder: Changeable, key: string): boolean {
  return Object.hasOwn(holder, key) || Object.hasOwn(holder, `_${key}`)
}

/** What takes the place of an element. Undefined where a value of that type cannot stand there. */
export function elementInstead({ key, type, choice }: Spot, value: Value): Element | undefined {
  if (value.is === 'parts') {
    const group = groupOf(type, value.parts)
    return group && { key, value: group, besides: undefined }
  }
  // A choice has the type in its name: a value of another type stands under another.
  const named = choice === undefined ? key : `${choice}${value.key.slice('value'.length)}`
  return { key: named, value: value.value, besides: value.besides }
}

function elementMade(type: string, name: string, value: Value): Element | undefined {
  const element = elementOf(type, name)
  const [only] = element?.keys ?? []
  if (element === undefined || only === undefined) return undefined
  if (value.is === 'parts') {
    const group = groupOf(only.type, value.parts)
    return group && { key: only.key, value: group, besides: undefined }
  }
  const suffix = value.key.slice('value'.length)
  const key = element.isChoice ? element.keys.find(one => one.key === `${name}${suffix}`)?.key : only.key
  return key === undefined ? undefined : { key, value: value.value, besides: value.besides }
}

/** A group of the parts that were sent for it. Undefined where one does not fit. */
function groupOf(type: string, parts: readonly unknown[]): Changeable | undefined {
  const group: Changeable = {}
  for (const part of parts) {
    const name = textAt(part, 'name')
    const value = valueIn(part)
    if (name === undefined || value === undefined || !addTo(group, type, name, value)) return undefined
  }
  return group
}

/** The list at a path that ends in its name, whether or not anything is in it yet. */
export function listIn(
  now: Changeable,
  { type, steps }: PatchPath,
  reach: Reach,
): { readonly holder: Changeable; readonly type: string; readonly name: string; readonly key: string } | undefined {
  const last = steps.at(-1)
  if (last?.go !== 'name') return undefined
  const [spot, ...others] = spotsAt(now, { type, steps: steps.slice(0, -1) }, reach)
  if (spot === undefined || others.length > 0 || !isChangeable(spot.value)) return undefined
  const element = elementOf(spot.type, last.name)
  if (element === undefined || element.facts.max <= 1) return undefined
  return { holder: spot.value, type: spot.type, name: last.name, key: last.name }
}
