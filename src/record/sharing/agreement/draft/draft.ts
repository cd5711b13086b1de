import { z } from 'zod'
import { ROLES, type Role } from '#record/organisation/role.ts'
import { ACTIONS, AGREED_PURPOSES, CLASS_BRANCHES, DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { AgreementContent, Clause, WorkedCase } from '../agreement.ts'

/** Whose work it is to write agreements, of whatever organisation. */
export const DRAFTERS = [
  'signatory',
  'board-member',
  'integration-officer',
  'privacy-officer',
] as const satisfies readonly Role[]

const Said = z.strictObject({ en: z.string(), cy: z.string() })
const Unchosen = z.literal('')

const DraftClause = Clause.extend({
  words: Said,
  givers: z.array(z.string()),
  receivers: z.array(z.string()),
  roles: z.array(z.enum(ROLES)),
  relationships: z.array(Clause.shape.relationships.element),
  classes: z.array(z.enum([...CLASS_BRANCHES, ...DATA_CLASSES])),
  purpose: z.enum(AGREED_PURPOSES).or(Unchosen),
  may: z.array(z.enum(ACTIONS)),
  when: z
    .strictObject({
      hours: z.strictObject({ from: z.string(), until: z.string() }).optional(),
      daysAfterTieBegins: z.number().optional(),
    })
    .optional(),
  basis: z.strictObject({ article6: z.string(), article9: z.string(), power: Said }),
})
export type DraftClause = z.infer<typeof DraftClause>

const DraftCase = WorkedCase.extend({
  words: Said,
  role: z.enum(ROLES).or(Unchosen),
  organisation: z.string(),
  purpose: z.enum(AGREED_PURPOSES).or(Unchosen),
  giver: z.string(),
  dataClass: z.enum(DATA_CLASSES).or(Unchosen),
  action: z.enum(ACTIONS).or(Unchosen),
})
export type DraftCase = z.infer<typeof DraftCase>

/**
 * An agreement as far as it has been written: the shape of an agreement, with nothing where nothing has been said or
 * chosen yet. Every agreement is one; a draft is an agreement when `AgreementContent` says so.
 */
export const DraftContent = AgreementContent.extend({
  code: z.string(),
  title: Said,
  benefit: Said,
  parties: z.array(z.strictObject({ organisation: z.string(), signatory: Said })),
  from: z.string(),
  reviewOn: z.string(),
  until: z.string(),
  procedures: z.strictObject({
    identifying: Said,
    informing: Said,
    security: Said,
    records: Said,
    requests: Said,
    complaints: Said,
  }),
  clauses: z.array(DraftClause),
  cases: z.array(DraftCase),
})
export type DraftContent = z.infer<typeof DraftContent>

const NOTHING = { en: '', cy: '' }

/** A draft in which nothing has been written. */
export const EMPTY_DRAFT: DraftContent = {
  code: '',
  title: NOTHING,
  benefit: NOTHING,
  parties: [],
  from: '',
  reviewOn: '',
  until: '',
  procedures: {
    identifying: NOTHING,
    informing: NOTHING,
    security: NOTHING,
    records: NOTHING,
    requests: NOTHING,
    complaints: NOTHING,
  },
  clauses: [],
  cases: [],
}

/** A clause in which nothing has been chosen, with a number that no other has. */
export function emptyClause({ clauses }: DraftContent): DraftClause {
  return {
    number: Math.max(0, ...clauses.map(({ number }) => number)) + 1,
    words: NOTHING,
    givers: [],
    receivers: [],
    roles: [],
    relationships: [],
    cohort: 'everybody',
    classes: [],
    purpose: '',
    may: ['read'],
    basis: { article6: '', article9: '', power: NOTHING },
  }
}

/** A worked case in which nothing has been chosen. */
export const EMPTY_CASE: DraftCase = {
  words: NOTHING,
  role: '',
  organisation: '',
  purpose: '',
  giver: '',
  dataClass: '',
  action: 'read',
  may: true,
}
