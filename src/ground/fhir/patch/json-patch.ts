import { applyPatch, type Operation } from 'rfc6902'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { copied } from './copied.ts'
import type { PatchProblem } from './problem.ts'

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
  if (!Array.isArray(patch) || patch.length > OPERATIONS_MAX)
    return refused({ code: 'patch.malformed', part: undefined })
  const none = patch.findIndex(operation => !isOperation(operation))
  if (none !== -1) return refused({ code: 'patch.malformed', part: `[${none}]` })
  const held = { document: copied(document) }
  const within = patch.map(operation => belowDocument(operation as Operation))
  const faults = applyPatch(held, within)
  const fault = faults.findIndex(one => one !== null)
  return fault === -1 ? done(held.document) : refused({ code: 'patch.doesNotFit', part: `[${fault}]` })
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
