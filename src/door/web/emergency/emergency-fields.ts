import { z } from 'zod'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { EMERGENCY_CATEGORIES } from '#record/sharing/emergency/category.ts'
import type { AskedEmergency, EmergencyProblem } from '#record/sharing/emergency/open.ts'
import { faultOfReason } from '#record/sharing/emergency/reason.ts'
import { SENSITIVE_EMERGENCY_CLASSES } from '#record/sharing/emergency/scope.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { type Problems, problemsOf, type Typed } from '../typed.ts'

/** What was asked, without the id that the form may not have had; or what is wrong with it. */
export type ReadEmergency =
  | { readonly ok: true; readonly asked: Omit<AskedEmergency, 'id'> & { readonly key?: string | undefined } }
  | { readonly ok: false; readonly problems: Problems }

/** Reads the form of an emergency. Nobody is looked for before all of it can be understood. */
export function readEmergency(typed: Typed): ReadEmergency {
  const read = Fields.safeParse({ ...typed, birthDate: dayIn(typed) })
  if (!read.success) return { ok: false, problems: problemsOf(read.error) }
  const sensitive = SENSITIVE_EMERGENCY_CLASSES.filter(dataClass => typed[sensitiveName(dataClass)] !== undefined)
  return { ok: true, asked: { ...read.data, sensitive } }
}

/** The name of the box for one sensitive class: a form of ours sends each name once. */
export function sensitiveName(dataClass: DataClass): string {
  return `sensitive-${dataClass}`
}

const words = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())

const Fields = z.object({
  key: z.uuid().optional().catch(undefined),
  nhsNumber: z
    .string()
    .default('')
    .transform((text, context) => {
      const number = parseNhsNumber(text)
      if (number !== undefined) return number
      context.addIssue({ code: 'custom', message: 'emergency.nhsNumberWrong' })
      return z.NEVER
    }),
  birthDate: z.iso.date({ error: 'emergency.birthDateWrong' }),
  category: z.enum(EMERGENCY_CATEGORIES, { error: 'emergency.categoryNeeded' }),
  words: words.superRefine((text, context) => {
    const message = faultOfReason(text)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  }),
  sensitiveWords: words,
})

/** The three boxes of a date as one day, ISO 8601 where it is one. */
function dayIn({ day = '', month = '', year = '' }: Typed): string {
  return `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
}

/** How each refusal is answered, and the field it is said at. */
export const EMERGENCY_ANSWERS = {
  'emergency.notYourJob': { status: 403, field: 'form' },
  'emergency.wordsTooFew': { status: 422, field: 'words' },
  'emergency.wordsTooLong': { status: 422, field: 'words' },
  'emergency.sensitiveNotYours': { status: 403, field: 'sensitive' },
  'emergency.sensitiveCategory': { status: 422, field: 'category' },
  'emergency.sensitiveWordsTooFew': { status: 422, field: 'sensitiveWords' },
  'emergency.sensitiveWordsTooLong': { status: 422, field: 'sensitiveWords' },
  'emergency.tooManyTries': { status: 403, field: 'form' },
  'emergency.nobodyFound': { status: 422, field: 'nhsNumber' },
  'emergency.nobodyToReview': { status: 409, field: 'form' },
} as const satisfies Record<EmergencyProblem, { status: number; field: string }>
