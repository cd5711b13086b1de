import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#ground/canonical.ts'
import { ROLES } from '#record/organisation/role.ts'
import { ACTIONS, AGREED_PURPOSES, AGREED_RELATIONSHIPS, CLASS_BRANCHES, COHORTS, DATA_CLASSES } from '../vocabulary.ts'

/** Words that say something and can be kept: PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair. */
const Text = z
  .string()
  .regex(/\S/)
  .refine(text => !text.includes('\0') && text.isWellFormed())
const Bilingual = z.strictObject({ en: Text, cy: Text })
const Day = z.iso.date()
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Code = Text
const MAY = z.array(z.enum(ACTIONS)).min(1)

/**
 * One rule of an agreement. It opens these classes, held by any of the givers, to these roles at any of the receivers,
 * for one purpose, and only for a person of the cohort with whom they have one of these relationships.
 * `when` narrows it to hours of the day (they may run over midnight), and to days after the relationship began.
 * `notAtHome` closes it to whoever lives with the person: nobody's work is at home.
 * `overridesWishes` is for where the law goes before the person's refusal; a fault unless the purpose is safeguarding.
 */
export const Clause = z.strictObject({
  number: z.number().int().positive(),
  words: Bilingual,
  givers: z.array(Code).min(1),
  receivers: z.array(Code).min(1),
  roles: z.array(z.enum(ROLES)).min(1),
  relationships: z.array(z.enum(AGREED_RELATIONSHIPS)).min(1),
  cohort: z.enum(COHORTS),
  classes: z.array(z.enum([...CLASS_BRANCHES, ...DATA_CLASSES])).min(1),
  purpose: z.enum(AGREED_PURPOSES),
  may: MAY,
  when: z
    .strictObject({
      hours: z.strictObject({ from: TimeOfDay, until: TimeOfDay }).optional(),
      daysAfterTieBegins: z.number().int().positive().max(3660).optional(),
    })
    .optional(),
  notAtHome: z.literal(true).optional(),
  overridesWishes: z.literal(true).optional(),
  basis: z.strictObject({ article6: Text, article9: Text, power: Bilingual }),
})
export type Clause = z.infer<typeof Clause>

/**
 * A worked case: what somebody in a job, with a tie or without one, may or may not do with one class of what a giver
 * holds. It is asked of the agreement's own rules each time the agreement is entered, changed or signed.
 */
export const WorkedCase = z.strictObject({
  words: Bilingual,
  role: z.enum(ROLES),
  organisation: Code,
  relationship: z.enum(AGREED_RELATIONSHIPS).optional(),
  purpose: z.enum(AGREED_PURPOSES),
  giver: Code,
  dataClass: z.enum(DATA_CLASSES),
  action: z.enum(ACTIONS),
  /** Whole years; 80 where it is not said. */
  age: z.number().int().min(0).max(120).optional(),
  inHospital: z.literal(true).optional(),
  /** The time of day in the region; noon where it is not said. */
  time: TimeOfDay.optional(),
  may: z.boolean(),
})
export type WorkedCase = z.infer<typeof WorkedCase>

/** What is done in practice, under the headings of a WASPI Information Sharing Protocol (domain.md 2.6). */
export const PROCEDURES = ['identifying', 'informing', 'security', 'records', 'requests', 'complaints'] as const

/**
 * An information-sharing agreement as data. Parties, givers and receivers are organisation codes.
 * In force from the start of `from` to the end of `until`, and only while every party's post-holder has signed this content.
 * Source: the headings of a WASPI Information Sharing Protocol; UK GDPR Articles 6 and 9.
 */
export const AgreementContent = z.strictObject({
  code: z.string().regex(/^[A-Z]+-\d+$/),
  title: Bilingual,
  benefit: Bilingual,
  parties: z.array(z.strictObject({ organisation: Code, signatory: Bilingual })).min(2),
  from: Day,
  reviewOn: Day,
  until: Day,
  procedures: z.strictObject({
    identifying: Bilingual,
    informing: Bilingual,
    security: Bilingual,
    records: Bilingual,
    requests: Bilingual,
    complaints: Bilingual,
  }),
  clauses: z.array(Clause).min(1),
  cases: z.array(WorkedCase),
})
export type AgreementContent = z.infer<typeof AgreementContent>

/** The hash that signatures are given to: SHA-256 of the content with its keys in order, in hexadecimal. */
export function hashOf(content: AgreementContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

/**
 * The agreement that was signed under a hash, from what is kept; undefined when what is kept is another text, or was
 * written in a form that is no longer understood. Such an agreement is closed, as if nobody had signed it.
 */
export function signedContent(kept: unknown, hash: string): AgreementContent | undefined {
  const parsed = AgreementContent.safeParse(kept)
  return parsed.success && hashOf(parsed.data) === hash ? parsed.data : undefined
}
