import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { importsOf } from '#test/rules/order.ts'
import type { Emergency, Finding, Question, Tie, Wish, World } from '../worlds/world.ts'
import { inTheRegion } from './calendar.ts'
import { whatOpens } from './oracle.ts'
import {
  ATTORNEY,
  agreed,
  DAUGHTER,
  EMERGENCY,
  MAIR,
  NOW,
  QUESTION,
  tie,
  WITHOUT_CAPACITY,
  WORLD,
  wish,
} from './test-world.ts'

/** What the page says, what is otherwise in the world and in the question, and what kind of thing opens; closed: ''. */
type Row = readonly [says: string, opens: string, world?: Partial<World>, question?: Partial<Question>]

const LONG_AGO = { startedAt: '2025-01-01T09:00:00.000Z' }
const FINANCE: Partial<Question> = { dataClass: 'finance' }
const BY_DAUGHTER: Partial<Question> = { actor: DAUGHTER, purpose: 'family' }
const SYSTEM: Question['actor'] = {
  kind: 'system',
  senderId: 'feed',
  name: 'Feed',
  organisationId: 'the hospital',
  organisationCode: 'hospital',
}

const clause = (narrowed: Parameters<typeof agreed>[0]) => ({ agreements: [agreed(narrowed)] })
const content = (changed: Parameters<typeof agreed>[1]) => ({ agreements: [agreed({}, changed)] })
const ward = (changed: Partial<Tie>) => ({
  ties: [tie('admission', { ...(changed.accountId === undefined && { teamId: 'ward' }), ...changed })],
})
const afterDays = (startedAt: string) => ({ ...clause({ when: { daysAfterTieBegins: 7 } }), ...ward({ startedAt }) })
const inHospital = (admission: Tie) => ({
  ...clause({ cohort: 'in-hospital', relationships: ['referral'] }),
  ties: [tie('referral', { teamId: 'ward' }), admission],
})
const born = (cohort: Clause['cohort'], ...days: readonly string[]) => ({
  ...clause({ cohort }),
  records: days.map(day => ({ id: day, organisationId: 'the council', born: day })),
  links: days.map(day => ({ personId: 'mair', recordId: day, isEnded: false })),
})
/** Mair and the nurse, who has a record of her own, with a home each. */
const homes = (mair: string | undefined, nurse: string | undefined, isAsked = true) => ({
  ...clause({ ...(isAsked && { notAtHome: true as const }) }),
  persons: [...WORLD.persons, { id: 'the nurse', accountId: 'nurse' }],
  records: [
    { id: 'hers', organisationId: 'council', ...(mair !== undefined && { home: mair }) },
    { id: 'the nurse’s', organisationId: 'council', ...(nurse !== undefined && { home: nurse }) },
  ],
  links: [
    { personId: 'mair', recordId: 'hers', isEnded: false },
    { personId: 'the nurse', recordId: 'the nurse’s', isEnded: false },
  ],
})
const withWishes = (...wishes: readonly Wish[]) => ({ wishes })
const overriding = clause({ overridesWishes: true })
const chosen = (changed: Partial<Wish>, ...others: readonly Wish[]) =>
  withWishes(
    wish('allow', {
      ...(changed.organisationId === undefined && { accountId: 'nurse' }),
      classes: ['finance'],
      ...changed,
    }),
    ...others,
  )
const emergency = (changed: Partial<Emergency>) => ({ emergencies: [{ ...EMERGENCY, ...changed }] })
const relative = (...others: readonly Wish[]) => ({
  ties: [tie('family', { accountId: 'daughter' })],
  wishes: [wish('allow', { accountId: 'daughter' }), ...others],
})
const office = (finding: Partial<Finding>) => ({
  representatives: [ATTORNEY],
  findings: [{ ...WITHOUT_CAPACITY, ...finding }],
})
const later = ({ findings, ...others }: ReturnType<typeof office>) => ({
  ...others,
  findings: [...findings, { ...WITHOUT_CAPACITY, hasCapacity: true, foundAt: '2026-06-05T09:00:00.000Z' }],
})

const AGREEMENT: readonly Row[] = [
  ['a clause of which everything is so opens', 'clause'],
  ['on the first day', 'clause', content({ from: '2026-06-10' })],
  ['not before it', '', content({ from: '2026-06-11' })],
  ['on the last day', 'clause', content({ until: '2026-06-10' })],
  ['not after it', '', content({ until: '2026-06-09' })],
  ['by the region’s calendar', 'clause', { ...content({ from: '2026-06-10' }), now: '2026-06-09T23:00:00.000Z' }],
  ['the day it is looked at again closes nothing', 'clause', content({ reviewOn: '2026-01-01' })],
  ['on the last day of an early end', 'clause', { agreements: [{ ...agreed({}), lastDay: '2026-06-10' }] }],
  ['not after an early end', '', { agreements: [{ ...agreed({}), lastDay: '2026-06-09' }] }],
  ['not while a signature is missing', '', { agreements: [{ ...agreed({}), signatures: [] }] }],
  ['not with signatures to another text', '', { agreements: [{ ...agreed({}), hash: 'another text' }] }],
  ['each clause stands alone', 'clause', { agreements: [agreed({ classes: ['finance'] }), agreed({})] }],
]

const CLAUSE: readonly Row[] = [
  ['a leaf of a branch that is named', 'clause', {}, { dataClass: 'clinical-summary' }],
  ['not one that is sensitive', '', {}, { dataClass: 'mental-health' }],
  ['unless it is named', 'clause', clause({ classes: ['mental-health'] }), { dataClass: 'mental-health' }],
  ['not a class that is not named', '', {}, { dataClass: 'plan' }],
  ['not of another contributor', '', {}, { contributor: 'landlord' }],
  ['reading does not include adding', '', {}, { action: 'contribute' }],
  ['adding does not include reading', '', clause({ may: ['contribute'] })],
  ['not to another organisation', '', clause({ receivers: ['health'] })],
  ['not to another role', '', clause({ roles: ['social-worker'] })],
  ['not for another purpose', '', {}, { purpose: 'discharge' }],
  ['not with a tie of another kind', '', { ties: [tie('referral', { teamId: 'ward' })] }],
  ['a tie of the account', 'clause', { ties: [tie('admission', { accountId: 'nurse' })] }],
  ['a tie of the organisation', 'clause', { ties: [tie('admission', { organisationId: 'the hospital' })] }],
  ['not one of another team', '', ward({ teamId: 'another' })],
  ['not one that has been ended', '', ward({ isEnded: true })],
  ['from the moment at which a tie begins', 'clause', ward({ startedAt: NOW })],
  ['not before', '', ward({ startedAt: '2026-06-10T09:00:00.001Z' })],
  ['not at the moment of its own end', '', ward({ endsAt: NOW })],
  ['on a record that is linked', 'clause', ward({ recordId: 'a record' })],
  ['not on one that was unlinked', '', { ...ward({ recordId: 'a record' }), links: [] }],
]

const WHEN: readonly Row[] = [
  ['on the last day after a tie began', 'clause', afterDays('2026-06-02T23:00:00.000Z')],
  ['not the day after that', '', afterDays('2026-06-02T22:59:59.999Z')],
  ['at the minute from which', 'clause', clause({ when: { hours: { from: '10:00', until: '12:00' } } })],
  ['not at the minute until which', '', clause({ when: { hours: { from: '08:00', until: '10:00' } } })],
  ['in hours over midnight', 'clause', clause({ when: { hours: { from: '22:00', until: '10:01' } } })],
  ['not outside of them', '', clause({ when: { hours: { from: '22:00', until: '10:00' } } })],
  ['never in hours that end as they begin', '', clause({ when: { hours: { from: '10:00', until: '10:00' } } })],
]

const HOME: readonly Row[] = [
  ['not to whoever lives there', '', homes('100001', '100001')],
  ['to whoever lives elsewhere', 'clause', homes('100001', '100002')],
  ['to whoever lives nobody knows where', 'clause', homes('100001', undefined)],
  ['to whoever lives there, where the clause does not ask', 'clause', homes('100001', '100001', false)],
]

const COHORT: readonly Row[] = [
  ['in hospital by anybody’s admission', 'clause', inHospital(tie('admission', { accountId: 'somebody' }))],
  ['not by one that is over', '', inHospital(tie('admission', { accountId: 'somebody', isEnded: true }))],
  ['an adult on the eighteenth birthday', 'clause', born('adults', '2008-06-10')],
  ['not the day before', '', born('adults', '2008-06-11')],
  ['until then a child', 'clause', born('children', '2008-06-11')],
  ['and then no longer', '', born('children', '2008-06-10')],
  ['older on the sixty-fifth birthday', 'clause', born('older-people', '1961-06-10')],
  ['not the day before', '', born('older-people', '1961-06-11')],
  ['of no age without a birth date', '', born('adults')],
  ['every birth date fits', 'clause', born('adults', '2000-01-01', '1990-01-01')],
  ['not when one does not', '', born('adults', '2000-01-01', '2010-01-01')],
  ['born on 29 February', '', { ...born('adults', '2008-02-29'), now: '2026-02-28T12:00:00.000Z', ...ward(LONG_AGO) }],
  ['18 on 1 March', 'clause', { ...born('adults', '2008-02-29'), now: '2026-03-01T12:00:00.000Z', ...ward(LONG_AGO) }],
]

const WISHES: readonly Row[] = [
  ['a refusal to the worker', '', { wishes: [wish('refuse', { accountId: 'nurse' })] }],
  ['to the team', '', { wishes: [wish('refuse', { teamId: 'ward' })] }],
  ['to the organisation', '', { wishes: [wish('refuse', { organisationId: 'the hospital' })] }],
  ['not to another', 'clause', { wishes: [wish('refuse', { teamId: 'another' })] }],
  ['nor of another class', 'clause', { wishes: [wish('refuse', { accountId: 'nurse', classes: ['plan'] })] }],
  [
    'nor one that was withdrawn',
    'clause',
    { wishes: [wish('refuse', { accountId: 'nurse', withdrawnFor: ['mair'] })] },
  ],
  ['a pause', '', { wishes: [wish('pause', { classes: [] })] }],
  ['the law before a pause', 'clause, against a wish', { ...overriding, wishes: [wish('pause', { classes: [] })] }],
  ['and a refusal', 'clause, against a wish', { ...overriding, wishes: [wish('refuse', { accountId: 'nurse' })] }],
  ['nothing against which', 'clause', overriding],
]

const CHOICE: readonly Row[] = [
  ['a choice and a tie', 'wish', chosen({}), FINANCE],
  ['a choice for the organisation', 'wish', chosen({ organisationId: 'the hospital' }), FINANCE],
  ['whoever contributed it', 'wish', chosen({}), { ...FINANCE, contributor: 'landlord' }],
  ['not without a tie', '', { ...chosen({}), ties: [] }, FINANCE],
  ['nor with one that is family', '', { ...chosen({}), ties: [tie('family', { accountId: 'nurse' })] }, FINANCE],
  ['for reading alone', '', chosen({}), { ...FINANCE, action: 'contribute' }],
  ['never for service planning', '', chosen({}), { ...FINANCE, purpose: 'service-planning' }],
  ['not against a refusal', '', chosen({}, wish('refuse', { teamId: 'ward', classes: ['finance'] })), FINANCE],
  ['nor a pause', '', chosen({}, wish('pause', { classes: [] })), FINANCE],
  ['not once it was withdrawn', '', chosen({ withdrawnFor: ['mair'] }), FINANCE],
  ['after the clauses', 'clause', { ...clause({ classes: ['finance'] }), ...chosen({}) }, FINANCE],
]

const IN_AN_EMERGENCY: readonly Row[] = [
  ['without a tie', 'emergency', { ...emergency({}), ties: [] }, FINANCE],
  ['whoever contributed it', 'emergency', emergency({}), { ...FINANCE, contributor: 'landlord' }],
  ['from the moment it is opened', 'emergency', emergency({ opensAt: NOW }), FINANCE],
  ['not before', '', emergency({ opensAt: '2026-06-10T09:00:00.001Z' }), FINANCE],
  ['not at the moment of its end', '', emergency({ closesAt: NOW }), FINANCE],
  ['not once it was closed', '', emergency({ isClosed: true }), FINANCE],
  ['not of another class', '', emergency({}), { dataClass: 'plan' }],
  ['not for a colleague', '', emergency({ accountId: 'colleague' }), FINANCE],
  ['not for another employer', '', emergency({ organisationId: 'the council' }), FINANCE],
  ['for reading alone', '', emergency({}), { ...FINANCE, action: 'contribute' }],
  ['against a pause', 'emergency', { ...emergency({}), wishes: [wish('pause', { classes: [] })] }, FINANCE],
  [
    'and a refusal',
    'emergency',
    { ...emergency({}), wishes: [wish('refuse', { classes: ['finance'], teamId: 'ward' })] },
    FINANCE,
  ],
  ['after a choice', 'wish', { ...emergency({}), ...chosen({}) }, FINANCE],
]

const CITIZEN: readonly Row[] = [
  ['their own record, everything', 'own', {}, { actor: MAIR, dataClass: 'finance', action: 'contribute' }],
  ['even when they refuse themselves', 'own', { wishes: [wish('refuse', { accountId: 'mair' })] }, { actor: MAIR }],
  ['no clause counts for them', '', ward({ accountId: 'daughter' }), BY_DAUGHTER],
  ['a choice and family', 'wish', relative(), BY_DAUGHTER],
  ['for adding too', 'wish', relative(), { ...BY_DAUGHTER, action: 'contribute' }],
  ['family alone opens nothing', '', { ties: relative().ties! }, BY_DAUGHTER],
  ['nor does a choice alone', '', { wishes: relative().wishes! }, BY_DAUGHTER],
  ['not against a refusal', '', relative(wish('refuse', { accountId: 'daughter' })), BY_DAUGHTER],
  ['nor a pause', '', relative(wish('pause', { classes: [] })), BY_DAUGHTER],
  ['an office', 'representative', office({}), BY_DAUGHTER],
  ['for reading alone', '', office({}), { ...BY_DAUGHTER, action: 'contribute' }],
  ['not a class it does not open', '', office({}), { ...BY_DAUGHTER, dataClass: 'finance' }],
  ['not once it has ended', '', { ...office({}), representatives: [{ ...ATTORNEY, isEnded: true }] }, BY_DAUGHTER],
  ['inert while capacity holds', '', office({ hasCapacity: true }), BY_DAUGHTER],
  ['or nobody has found otherwise', '', { ...office({}), findings: [] }, BY_DAUGHTER],
  ['or has for another decision', '', office({ decision: 'money' }), BY_DAUGHTER],
  ['or the review day has passed', '', office({ reviewOn: '2026-06-09' }), BY_DAUGHTER],
  ['the latest finding counts', '', later(office({})), BY_DAUGHTER],
  [
    'an advocate waits for nothing',
    'representative',
    { representatives: [{ ...ATTORNEY, kind: 'advocate' }] },
    BY_DAUGHTER,
  ],
  [
    'a pause does not close it',
    'representative',
    { ...office({}), wishes: [wish('pause', { classes: [] })] },
    BY_DAUGHTER,
  ],
  ['a refusal does', '', { ...office({}), wishes: [wish('refuse', { accountId: 'daughter' })] }, BY_DAUGHTER],
  ['it goes before a choice', 'representative', { ...relative(), ...office({}) }, BY_DAUGHTER],
  ['a system reads nothing', '', {}, { actor: SYSTEM }],
]

const PAGE = { AGREEMENT, CLAUSE, WHEN, HOME, COHORT, WISHES, CHOICE, IN_AN_EMERGENCY, CITIZEN }

for (const [part, rows] of Object.entries(PAGE)) {
  test(`the oracle reads the page: ${part.toLowerCase().replaceAll('_', ' ')}`, () => {
    for (const [says, opens, world, question] of rows) {
      const [reason] = whatOpens({ ...WORLD, ...world }, { ...QUESTION, ...question })
      const found = reason === undefined ? '' : reason.overrode ? `${reason.kind}, against a wish` : reason.kind
      assert.equal(found, opens, says)
    }
  })
}

test('the oracle’s clock goes an hour ahead on the last Sunday of March and back on that of October', () => {
  const shown: readonly [string, string, string][] = [
    ['2026-03-29T00:59:59.999Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:59.999Z', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00'],
    ['2024-03-31T01:00:00.000Z', '2024-03-31', '02:00'],
    ['2027-10-31T00:30:00.000Z', '2027-10-31', '01:30'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01', '00:00'],
    ['2026-12-31T23:00:00.000Z', '2026-12-31', '23:00'],
  ]
  for (const [moment, day, time] of shown) assert.deepEqual(inTheRegion(moment), { day, time }, moment)
})

test('the oracle is short, and nothing of the product runs in it', () => {
  const files = readdirSync(import.meta.dirname).filter(name => !name.startsWith('test-') && !name.includes('.test.'))
  let lines = 0
  for (const name of files) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8')
    lines += text.trimEnd().split('\n').length
    for (const { name: from, what } of importsOf({ path: `evidence/oracle/${name}`, text })) {
      assert.ok(from.startsWith('./') || what.startsWith('type '), `${name} runs ${from}`)
    }
  }
  assert.ok(lines <= 350, `${lines} lines`)
})
