import fc from 'fast-check'
import { ROLES } from '#record/organisation/role.ts'
import { organisations } from '#seed/region/organisations.ts'
import { ACTIONS, AGREED_PURPOSES, AGREED_RELATIONSHIPS, CLASS_BRANCHES, COHORTS, DATA_CLASSES } from '../vocabulary.ts'
import { type AgreementContent, type Clause, PROCEDURES } from './agreement.ts'
import type { KnownOrganisation } from './known-organisations.ts'

/** The organisations of the region as an agreement may name them. */
export const KNOWN: readonly KnownOrganisation[] = organisations.map(({ code, name, partOf }) => ({
  code,
  name,
  partOf,
}))
/** What they are called. */
export const NAMES = new Map(KNOWN.map(({ code, name }) => [code, name]))

const CODES = KNOWN.map(({ code }) => code)
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(said => /\S/.test(said))
const words = fc.record({ en: text, cy: text })
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 })
const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
const isoDay = day.map(date => date.toISOString().slice(0, 10))
const time = fc
  .integer({ min: 0, max: 1439 })
  .map(minute => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
const optional = { noNullPrototype: true } as const

/** Any clause that can be written, sensible or not. */
export const anyClause: fc.Arbitrary<Clause> = fc
  .record(
    {
      number: fc.integer({ min: 1, max: 9 }),
      words,
      givers: someOf(CODES),
      receivers: someOf(CODES),
      roles: someOf(ROLES),
      relationships: someOf(AGREED_RELATIONSHIPS),
      cohort: fc.constantFrom(...COHORTS),
      classes: someOf([...CLASS_BRANCHES, ...DATA_CLASSES]),
      purpose: fc.constantFrom(...AGREED_PURPOSES),
      may: someOf(ACTIONS),
      when: fc.record(
        { hours: fc.record({ from: time, until: time }), daysAfterTieBegins: fc.integer({ min: 1, max: 3660 }) },
        { ...optional, requiredKeys: [] },
      ),
      notAtHome: fc.constant(true as const),
      overridesWishes: fc.constant(true as const),
      basis: fc.record({ article6: text, article9: text, power: words }),
    },
    {
      ...optional,
      requiredKeys: [
        'number',
        'words',
        'givers',
        'receivers',
        'roles',
        'relationships',
        'cohort',
        'classes',
        'purpose',
        'may',
        'basis',
      ],
    },
  )
  .map(clause => clause as Clause)

const procedures = fc.record(
  Object.fromEntries(PROCEDURES.map(heading => [heading, words])) as Record<(typeof PROCEDURES)[number], typeof words>,
)

const anyCase = fc
  .record(
    {
      words,
      role: fc.constantFrom(...ROLES),
      organisation: fc.constantFrom(...CODES),
      relationship: fc.constantFrom(...AGREED_RELATIONSHIPS),
      purpose: fc.constantFrom(...AGREED_PURPOSES),
      giver: fc.constantFrom(...CODES),
      dataClass: fc.constantFrom(...DATA_CLASSES),
      action: fc.constantFrom(...ACTIONS),
      age: fc.integer({ min: 0, max: 120 }),
      inHospital: fc.constant(true as const),
      time,
      may: fc.boolean(),
    },
    { ...optional, requiredKeys: ['words', 'role', 'organisation', 'purpose', 'giver', 'dataClass', 'action', 'may'] },
  )
  .map(one => one as AgreementContent['cases'][number])

/** Any agreement that is one, faulty or not. */
export const anyAgreement: fc.Arbitrary<AgreementContent> = fc.record({
  code: fc.stringMatching(/^[A-Z]{1,8}-[0-9]{1,4}$/),
  title: words,
  benefit: words,
  parties: fc.array(fc.record({ organisation: fc.constantFrom(...CODES), signatory: words }), {
    minLength: 2,
    maxLength: 4,
  }),
  from: isoDay,
  reviewOn: isoDay,
  until: isoDay,
  procedures,
  clauses: fc.array(anyClause, { minLength: 1, maxLength: 4 }),
  cases: fc.array(anyCase, { maxLength: 3 }),
})
