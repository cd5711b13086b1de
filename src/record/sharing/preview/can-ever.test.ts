import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES } from '#record/organisation/role.ts'
import { whyAllowed } from '../decision/decide.ts'
import { type Facts, NOTHING_HELD } from '../decision/facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { SIGNED, sioned, TODAY, withClause } from '../decision/test-facts.ts'
import { ACTIONS, AGREED_RELATIONSHIPS, DATA_CLASSES } from '../vocabulary.ts'
import { canEver } from './can-ever.ts'

const READ = { action: 'read', day: TODAY } as const

test('can a housing officer ever see that somebody is in hospital? Yes, by this clause; ever why? No, by none', () => {
  const presence = canEver(SIGNED, { ...READ, role: 'housing-officer', dataClass: 'presence-in-hospital' })
  assert.deepEqual(
    presence.map(({ agreement, clause, relationship }) => [agreement, clause, relationship]),
    [['HAFREN-1', 5, 'tenancy']],
  )
  assert.deepEqual(canEver(SIGNED, { ...READ, role: 'housing-officer', dataClass: 'hospital-care' }), [])
})

test('a clause for another purpose than the job’s is no way to see anything', () => {
  const wrong = withClause({ purpose: 'service-planning' })
  assert.deepEqual(canEver([wrong], { ...READ, role: 'social-worker', dataClass: 'hospital-care' }), [])
})

test('a clause for children, at night, in the first days, still has its witness', () => {
  const narrow = withClause({
    cohort: 'children',
    when: { hours: { from: '22:00', until: '06:00' }, daysAfterTieBegins: 1 },
  })
  const [witness] = canEver([narrow], { ...READ, role: 'social-worker', dataClass: 'hospital-care' })
  assert.equal(witness?.minute, 22 * 60)
})

test('an agreement that one party has not signed, or that has ended, is no way to see anything', () => {
  const asked = { ...READ, role: 'social-worker', dataClass: 'hospital-care' } as const
  assert.deepEqual(canEver([{ ...withClause({}), signedBy: new Set() }], asked), [])
  assert.deepEqual(canEver([withClause({})], { ...asked, day: '2030-01-01' }), [])
})

test('for every job, class and action the answer is what trying everything finds', () => {
  let witnessed = 0
  for (const role of ROLES) {
    for (const dataClass of DATA_CLASSES) {
      for (const action of ACTIONS) {
        const found = canEver(SIGNED, { role, dataClass, action, day: TODAY }).length > 0
        assert.equal(found, everTried(role, dataClass, action), `${role} ${dataClass} ${action}`)
        witnessed += Number(found)
      }
    }
  }
  assert.ok(witnessed > 50)
})

const GIVERS = [...new Set(SIGNED.flatMap(({ rules }) => rules.flatMap(({ givers }) => [...givers])))]
const RECEIVERS = [...new Set(SIGNED.flatMap(({ rules }) => rules.flatMap(({ receivers }) => [...receivers])))]

function everTried(
  role: (typeof ROLES)[number],
  dataClass: (typeof DATA_CLASSES)[number],
  action: 'read' | 'contribute',
) {
  const facts: Facts = {
    ...NOTHING_HELD,
    today: TODAY,
    minute: 0,
    agreements: SIGNED,
    ties: AGREED_RELATIONSHIPS.map(kind => ({ kind, days: 0 })),
    birthDates: ['1970-01-01'],
    isInHospital: true,
  }
  return RECEIVERS.some(organisationCode =>
    GIVERS.some(contributor => {
      const actor = { ...sioned, role, organisationCode }
      return (
        whyAllowed({ actor, purpose: purposeOf(actor, facts), action, contributor, dataClass }, facts) !== undefined
      )
    }),
  )
}
