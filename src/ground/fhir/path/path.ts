import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { matches } from './matches.ts'
import { resolveByName } from './resolve.ts'

/** The resource a value stands in, and the outermost one where that is contained: `%resource` and `%rootResource`. */
export interface Around {
  readonly resource: unknown
  readonly rootResource: unknown
}

/**
 * What a FHIRPath expression finds in a value. Throws where the expression cannot be evaluated over it, as the one of several
 * that should be one. Numbers kept by their digits must have been made readable first (`readable`).
 */
export type Path = (value: unknown, around: Around) => unknown[]

/**
 * An expression of FHIRPath, compiled once however often it is asked for. `base` is the type of the value that it begins at,
 * such as `Patient.contact`: nothing for a resource, which says its type itself. Throws for what is no FHIRPath. `resolve()`
 * reads no other resource: it answers with what a reference says of the type and id, or with what is contained.
 */
export function pathOf(expression: string, base?: string): Path {
  const key = base === undefined ? expression : `${base}: ${expression}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const asked = base === undefined ? expression : { base, expression }
  const path = fhirpath.compile(asked, r4, OPTIONS) as unknown as Path
  // Those of R4 stay far below; whoever sends expressions of their own shall not fill the memory.
  if (compiled.size >= COMPILED_MAX) compiled.clear()
  compiled.set(key, path)
  return path
}

const COMPILED_MAX = 5000
const compiled = new Map<string, Path>()

const OPTIONS = {
  async: false as const,
  // An expression may ask to be watched; nobody watches.
  traceFn: () => {},
  userInvocationTable: {
    resolve: { fn: resolveByName, arity: { 0: [] }, internalStructures: true },
    matches: { fn: matches, arity: { 1: ['String'] }, internalStructures: true, nullable: true },
  },
} satisfies Parameters<typeof fhirpath.compile>[2]
