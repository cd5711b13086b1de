import type { Key, Say } from '#ground/language/say.ts'
import type { FieldProblem } from '../parts/error-summary.tsx'

/** The fields of a form as they were typed. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong, by the name of the field; `item` when no field is at fault. */
export type Problems = Readonly<Record<string, Key>>

/** The forms on the page of an item. There is one `answer` for each proposal that waits. */
export type FormName = 'words' | 'stance' | 'answer'

/** A form that comes back: because something was wrong with it, or because it was kept while its sender signed in. */
export interface Filled {
  readonly form: FormName
  /** Of an `answer`. */
  readonly proposalId: string | undefined
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

/** The id of a field, one on the page. */
export function fieldId(form: FormName, field: string, proposalId = ''): string {
  return [form, field, proposalId].filter(part => part !== '').join('-')
}

/** The problems as the summary lists them, each leading to its field, or to the words themselves. */
export function listed(say: Say, { form, proposalId, problems }: Filled): FieldProblem[] {
  return Object.entries(problems).map(([field, key]) => ({
    message: say.plain(key),
    field: field === 'item' ? 'present' : fieldId(form, field, proposalId),
  }))
}

/** The problem of one field, said. */
export function problemOf(say: Say, filled: Filled | undefined, field: string): string | undefined {
  const key = filled?.problems[field]
  return key === undefined ? undefined : say.plain(key)
}
