import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ROLES } from '#record/organisation/role.ts'
import { DATA_CLASSES, PURPOSES, RELATIONSHIPS } from '../vocabulary.ts'

const Bilingual = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) })
const Day = z.iso.date()

/**
 * One rule of an agreement. It opens these classes, held by any of the givers, to these roles at any of the receivers,
 * for one purpose, and only for a person with whom they have one of these relationships.
 */
export const Clause = z.strictObject({
  number: z.number().int().positive(),
  words: Bilingual,
  givers: z.array(z.string()).min(1),
  receivers: z.array(z.string()).min(1),
  roles: z.array(z.enum(ROLES)).min(1),
  relationships: z.array(z.enum(RELATIONSHIPS)).min(1),
  classes: z.array(z.enum(DATA_CLASSES)).min(1),
  purpose: z.enum(PURPOSES),
  basis: z.strictObject({ article6: z.string(), article9: z.string(), power: Bilingual }),
})
export type Clause = z.infer<typeof Clause>

/**
 * An information-sharing agreement as data. Parties and givers are organisation codes.
 * In force from the start of `from` to the end of `until`, and only while every party's post-holder has signed this content.
 * Source: the headings of a WASPI Information Sharing Protocol; UK GDPR Articles 6 and 9.
 */
export const AgreementContent = z.strictObject({
  code: z.string().regex(/^[A-Z]+-\d+$/),
  title: Bilingual,
  benefit: Bilingual,
  parties: z.array(z.strictObject({ organisation: z.string(), signatory: Bilingual })).min(2),
  from: Day,
  reviewOn: Day,
  until: Day,
  clauses: z.array(Clause).min(1),
})
export type AgreementContent = z.infer<typeof AgreementContent>

/** The hash that signatures are given to: SHA-256 of the content with its keys in order, in hexadecimal. */
export function hashOf(content: AgreementContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
