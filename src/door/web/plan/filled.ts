import type { Say } from '#ground/language/say.ts'
import { listedProblems } from '../listed-problems.ts'
import type { FieldProblem } from '../parts/error-summary.tsx'
import type { Problems, Typed } from '../typed.ts'

/** The forms on the page of an item. There is one `answer` for each proposal that waits, one `strike` for each version. */
export type FormName = 'words' | 'stance' | 'answer' | 'offer' | 'state' | 'score' | 'strike'

/** A form that comes back: because something was wrong with it, or because it was kept while its sender signed in. */
export interface Filled {
  readonly form: FormName
  /** Of an `answer`. */
  readonly proposalId: string | undefined
  readonly typed: Typed
  /** By the name of the field; `item` when no field is at fault. */
  readonly problems: Problems
  readonly wasKept: boolean
}

/** The id of a field, one on the page. */
export function fieldId(form: FormName, field: string, proposalId = ''): string {
  return [form, field, proposalId].filter(part => part !== '').join('-')
}

/** The problems as the summary lists them, each leading to its field, or to the words themselves. */
export function listed(say: Say, { form, proposalId, problems }: Filled): FieldProblem[] {
  return listedProblems(say, problems, field => (field === 'item' ? 'present' : fieldId(form, field, proposalId)))
}

/** The problem of one field, said. */
export function problemOf(say: Say, filled: Filled | undefined, field: string): string | undefined {
  const key = filled?.problems[field]
  return key === undefined ? undefined : say.plain(key)
}
