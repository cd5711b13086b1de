import { z } from 'zod'
import type { Key } from '#ground/language/say.ts'
import { type AskedDetail, DETAIL_LENGTH_MAX, DETAIL_NAMES, type Details } from '#work/plan/details/details.ts'
import { WORDS_LENGTH_MAX } from '#work/plan/plan.ts'
import { dayIn } from '../day-field.ts'
import type { Typed } from '../typed.ts'

const said = (key: Key) => ({ error: key })

/** Words that may be left out. Browsers send line ends as two characters. */
export const Words = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(WORDS_LENGTH_MAX, said('plan.wordsTooLong')))

/** Words that may not. */
export const NeededWords = Words.pipe(z.string().min(1, said('plan.wordsMissing')))

/** The day and the details of an item, as its form asks for them. */
export interface Rest {
  readonly dueOn: string | null
  readonly details: Details
}

/** The name of the field of a detail. */
export function detailField(name: AskedDetail): string {
  return `detail-${name}`
}

/** The day and the details that were typed; nothing where the form did not ask. What is wrong is told at its field. */
export function restIn(fields: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx): { rest?: Rest } {
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  const asked = Object.keys(typed).some(name => name.startsWith('detail-') || name.startsWith('due['))
  if (!asked) return {}
  const wrong = (path: string, key: Key) => context.addIssue({ code: 'custom', path: [path], message: key })
  const dueOn = dayIn(typed, 'due')
  if (dueOn === undefined && isTyped(typed)) wrong('due', 'plan.dueWrong')
  const details: { [Name in AskedDetail]?: string } = {}
  for (const name of DETAIL_NAMES) {
    const value = (typed[detailField(name)] ?? '').trim()
    if (value.length > DETAIL_LENGTH_MAX) wrong(detailField(name), 'plan.detailTooLong')
    if (value !== '') details[name] = value
  }
  return { rest: { dueOn: dueOn ?? null, details } }
}

function isTyped(typed: Typed): boolean {
  return Object.entries(typed).some(([name, value]) => name.startsWith('due[') && value.trim() !== '')
}
