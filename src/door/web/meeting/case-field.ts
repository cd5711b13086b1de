import type { Say } from '#ground/language/say.ts'
import type { FilledCase } from './case.ts'

/** The id of a field of one case's forms, one on the page. */
export function caseField(caseId: string, field: string): string {
  return `${field}-${caseId}`
}

/** The problem of one field of a case's form, said. */
export function caseProblem(say: Say, filled: FilledCase | undefined, field: string): string | undefined {
  const key = filled?.problems[field]
  return key === undefined ? undefined : say.plain(key)
}
