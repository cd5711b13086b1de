import { applyPatch, type Operation } from 'rfc6902'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** Why a patch is not done. */
export type PatchProblem =
  /** It is no list of operations as RFC 6902 has them, or too long. */
  | 'patch.malformed'
  /** An operation does not fit what is there, or a test of it does not hold. */
  | 'patch.doesNotFit'

/** More than any app changes of one resource at once. */
const OPERATIONS_MAX = 1000
const OPERATIONS = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test'])
/** What in a pointer means something else to programs than to people. */
const OF_PROGRAMS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * A document as a JSON Patch leaves it; the document itself stays as it was. All operations or none. What comes of it need
 * not be valid any more. Source: RFC 6902; FHIR R4, 3.1.0.5.
 */
export function jsonPatched(document: unknown, patch: unknown): Outcome<unknown, PatchProblem> {
  if (!Array.isArray(patch) || patch.length > OPERATIONS_MAX || !patch.every(isOperation))
    return refused('patch.malformed')
  const held = { document: copied(document) }
  const within = patch.map(operation => belowDocument(operation as Operation))
  const faults = applyPatch(held, within)
  return faults.every(fault => fault === null) ? done(held.document) : refused('patch.doesNotFit')
}

/** Below a name of ours, so that the whole document can be replaced as any of its parts can. */
function belowDocument(operation: Operation): Operation {
  const from = 'from' in operation ? { from: `/document${operation.from}` } : {}
  return { ...operation, ...from, path: `/document${operation.path}` } as Operation
}

function isOperation(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { op, path, from } = value as Readonly<Record<string, unknown>>
  if (typeof op !== 'string' || !OPERATIONS.has(op) || !isPointer(path)) return false
  if ((op === 'move' || op === 'copy') && !isPointer(from)) return false
  return !['add', 'replace', 'test'].includes(op) || 'value' in value
}

/** Source: RFC 6901. */
function isPointer(value: unknown): value is string {
  if (typeof value !== 'string' || (value !== '' && !value.startsWith('/'))) return false
  return !value.split('/').some(part => OF_PROGRAMS.has(part))
}

/** A copy that can be changed. A number kept by its digits is kept as it is: it has no fields of its own. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, copied(inner)]))
}
