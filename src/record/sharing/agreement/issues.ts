import type { z } from 'zod'
import { AgreementContent } from './agreement.ts'

/** What can keep a text from being an agreement. Each has its words under `agreementIssue`. */
export const ISSUES = [
  'missing',
  'too-few',
  'not-in-list',
  'unexpected',
  'not-a-day',
  'not-a-time',
  'not-a-code',
  'out-of-range',
  'not-keepable',
  'wrong-kind',
] as const
export type IssueCode = (typeof ISSUES)[number]

/** One thing that keeps a text from being an agreement, and where it stands in it. */
export interface Issue {
  readonly code: IssueCode
  /** From the outside in: names of parts, and places in lists from 0. */
  readonly path: readonly (string | number)[]
  /** What stands there instead, or the names that should not be there; cut short. */
  readonly found: string
}

/** The most that is repeated of what was found, characters. */
const FOUND_LENGTH_MAX = 60

/** Everything that keeps a text from being an agreement. None: `AgreementContent` will take it. */
export function issuesOf(content: unknown): readonly Issue[] {
  const parsed = AgreementContent.safeParse(content)
  return parsed.success ? [] : parsed.error.issues.map(issue => issueOf(issue, content))
}

function issueOf(issue: z.core.$ZodIssue, content: unknown): Issue {
  const path = issue.path.map(step => (typeof step === 'symbol' ? String(step) : step))
  const value = valueAt(content, path)
  const found = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : textOf(value)
  return { code: codeOf(issue, value, path), path, found: found.slice(0, FOUND_LENGTH_MAX).toWellFormed() }
}

function codeOf(issue: z.core.$ZodIssue, value: unknown, path: Issue['path']): IssueCode {
  if (issue.code === 'unrecognized_keys') return 'unexpected'
  if (isNothing(value)) return 'missing'
  switch (issue.code) {
    case 'invalid_value':
      return 'not-in-list'
    case 'too_small':
      return Array.isArray(value) ? 'too-few' : 'out-of-range'
    case 'too_big':
      return 'out-of-range'
    case 'invalid_format':
      // Days stand on their own; times of day within a clause or a worked case.
      return path.length > 1 ? 'not-a-time' : path[0] === 'code' ? 'not-a-code' : 'not-a-day'
    case 'custom':
      return 'not-keepable'
    default:
      return 'wrong-kind'
  }
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function valueAt(content: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], content)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
