import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CitizenActor, SystemActor, WorkerActor } from '#record/organisation/actor.ts'
import { ROLES } from '#record/organisation/role.ts'
import { actorOf, citizenOf } from '#test/kit.ts'
import { ACTIONS, DATA_CLASSES, leavesOf, PURPOSES, RELATIONSHIPS } from '../vocabulary.ts'
import type { CheckName } from './checks/index.ts'
import { decide } from './decide.ts'
import type { Facts, Request } from './facts.ts'
import { HOLDS, NOTHING_HOLDS, ON_CASELOAD, ONE, SIGNED, sioned, WHY_IN_HOSPITAL, withClause } from './test-facts.ts'

test('her social worker may know why she is in hospital, by a clause that can be named', () => {
  assert.deepEqual(decide(WHY_IN_HOSPITAL, ON_CASELOAD), {
    allowed: true,
    because: { kind: 'clause', agreement: 'HAFREN-1', hash: SIGNED[0]?.hash, clause: 2 },
  })
})

test('a social worker of the same council who does not work with her may not, and that is all that is lacking', () => {
  const asked = { ...WHY_IN_HOSPITAL, actor: actorOf('dewi-prosser') }
  assert.deepEqual(decide(asked, NOTHING_HOLDS), { allowed: false, failed: ['relationship-holds'] })
})

test('her housing officer may know that she is in hospital, and never why', () => {
  const tenant: Facts = { ...NOTHING_HOLDS, ties: [{ kind: 'tenancy', days: 3 }] }
  const asked = { ...WHY_IN_HOSPITAL, actor: actorOf('ffion-gittins'), purpose: 'housing-support' } as const
  assert.equal(decide({ ...asked, dataClass: 'presence-in-hospital' }, tenant).allowed, true)
  assert.deepEqual(decide(asked, tenant), { allowed: false, failed: ['class-is-covered'] })
})

test('she sees everything of hers, whoever holds it, and no clause is needed', () => {
  const hers: Facts = { ...NOTHING_HOLDS, agreements: [], isThePerson: true }
  for (const dataClass of DATA_CLASSES) {
    const asked = {
      actor: citizenOf('mair-pritchard'),
      purpose: 'own-record',
      action: 'read',
      contributor: 'tegell',
      dataClass,
    } as const
    assert.deepEqual(decide(asked, hers), { allowed: true, because: { kind: 'own' } })
  }
})

test('her daughter sees what her mother chose for her, and no more', () => {
  const wishes = [{ id: 'w1', kind: 'allow', dataClasses: ['presence-in-hospital'] }] as const
  const chosen: Facts = { ...NOTHING_HOLDS, ties: [{ kind: 'family', days: 3 }], wishes }
  const asked = { ...WHY_IN_HOSPITAL, actor: citizenOf('elin-pritchard'), purpose: 'family' } as const
  const allowed = decide({ ...asked, dataClass: 'presence-in-hospital' }, chosen)
  assert.deepEqual(allowed, { allowed: true, because: { kind: 'wish', wish: 'w1' } })
  assert.deepEqual(decide(asked, chosen), { allowed: false, failed: ['person-has-not-chosen'] })
  const notFamily = { ...chosen, ties: [] }
  assert.equal(decide({ ...asked, dataClass: 'presence-in-hospital' }, notFamily).allowed, false)
})

test('a refusal goes before a choice', () => {
  const wishes = [
    { id: 'w1', kind: 'allow', dataClasses: ['plan'] },
    { id: 'w2', kind: 'refuse', dataClasses: ['plan'] },
  ] as const
  const both: Facts = { ...NOTHING_HOLDS, ties: [{ kind: 'family', days: 3 }], wishes }
  const asked = {
    actor: citizenOf('elin-pritchard'),
    purpose: 'family',
    action: 'read',
    contributor: 'person',
    dataClass: 'plan',
  } as const
  assert.deepEqual(decide(asked, both), { allowed: false, failed: ['person-has-not-refused'] })
})

test('a system that sends reads nothing, not even what it sent', () => {
  const system: SystemActor = {
    kind: 'system',
    senderId: 's',
    name: 'GHPAS',
    organisationId: 'o',
    organisationCode: 'bwrdd-iechyd',
  }
  const asked = { ...WHY_IN_HOSPITAL, actor: system }
  assert.deepEqual(decide(asked, ON_CASELOAD), { allowed: false, failed: ['no-clause'] })
})

test('where nothing has been agreed nothing is open', () => {
  const decided = decide(WHY_IN_HOSPITAL, { ...ON_CASELOAD, agreements: [] })
  assert.deepEqual(decided, { allowed: false, failed: ['no-clause'] })
})

/** For each check, the one change that it alone must notice. */
const CLOSED_BY: Readonly<Record<CheckName, (asked: Request, facts: Facts) => [Request, Facts]>> = {
  'contributor-gives': (asked, facts) => [{ ...asked, contributor: 'tegell' }, facts],
  'class-is-covered': (asked, facts) => [{ ...asked, dataClass: 'mental-health' }, facts],
  'organisation-receives': (asked, facts) => [{ ...asked, actor: { ...sioned, organisationCode: 'tegell' } }, facts],
  'role-is-covered': (asked, facts) => [{ ...asked, actor: { ...sioned, role: 'board-member' } }, facts],
  'purpose-is-covered': (asked, facts) => [{ ...asked, purpose: 'service-planning' }, facts],
  'relationship-holds': (asked, facts) => [asked, { ...facts, ties: [{ kind: 'tenancy', days: 3 }] }],
  'agreement-is-current': (asked, facts) => [asked, { ...facts, today: '2028-01-01' }],
  'every-party-has-signed': (asked, facts) => [asked, { ...facts, agreements: [{ ...ONE, signedBy: new Set() }] }],
  'action-is-covered': (asked, facts) => [{ ...asked, action: 'contribute' }, facts],
  'cohort-is-covered': (asked, facts) => [
    asked,
    { ...facts, agreements: [withClause({ cohort: 'older-people' })], birthDates: ['1942-03-17', '1982-03-17'] },
  ],
  'hour-is-covered': (asked, facts) => [
    asked,
    { ...facts, agreements: [withClause({ when: { hours: { from: '21:00', until: '07:00' } } })] },
  ],
  'lives-elsewhere': (asked, facts) => [
    asked,
    { ...facts, agreements: [withClause({ notAtHome: true })], livesWithThem: true },
  ],
  'person-has-not-refused': (asked, facts) => [
    asked,
    { ...facts, wishes: [{ id: 'w', kind: 'refuse', dataClasses: ['hospital-care'] }] },
  ],
  'person-has-not-paused': (asked, facts) => [
    asked,
    { ...facts, wishes: [{ id: 'w', kind: 'pause', dataClasses: [] }] },
  ],
}

test('every check closes the door by itself', () => {
  assert.equal(decide(WHY_IN_HOSPITAL, HOLDS).allowed, true)
  for (const [check, change] of Object.entries(CLOSED_BY)) {
    assert.deepEqual(decide(...change(WHY_IN_HOSPITAL, HOLDS)), { allowed: false, failed: [check] })
  }
})

test('an agreement opens from the start of its first day to the end of its last', () => {
  const { from, until } = ONE.content
  const on = (today: string) => decide(WHY_IN_HOSPITAL, { ...HOLDS, today }).allowed
  assert.deepEqual(['2025-11-30', from, until, '2027-12-02'].map(on), [false, true, true, false])
})

test('one missing signature closes the agreement for everybody', () => {
  for (const missing of ONE.signedBy) {
    const signedBy = new Set([...ONE.signedBy].filter(party => party !== missing))
    const decided = decide(WHY_IN_HOSPITAL, { ...HOLDS, agreements: [{ ...ONE, signedBy }] })
    assert.deepEqual(decided, { allowed: false, failed: ['every-party-has-signed'] }, missing)
  }
})

const anyone = (organisationCode: string, role: (typeof ROLES)[number]): WorkerActor => ({
  ...sioned,
  organisationCode,
  role,
})
const organisations = [
  ...new Set(
    SIGNED.flatMap(({ content }) => content.clauses.flatMap(clause => [...clause.givers, ...clause.receivers])),
  ),
]
const request = fc.record({
  actor: fc.tuple(fc.constantFrom(...organisations), fc.constantFrom(...ROLES)).map(([of, role]) => anyone(of, role)),
  purpose: fc.constantFrom(...PURPOSES),
  action: fc.constantFrom(...ACTIONS),
  contributor: fc.constantFrom(...organisations),
  dataClass: fc.constantFrom(...DATA_CLASSES),
})

test('no worker of any employer, role or purpose is let in without a tie to the person', () => {
  fc.assert(fc.property(request, asked => assert.equal(decide(asked, NOTHING_HOLDS).allowed, false)))
})

test('what is allowed is always in the words of the clause that is cited', () => {
  const ties = fc.subarray([...RELATIONSHIPS], { minLength: 1 })
  let allowed = 0
  fc.assert(
    fc.property(request, ties, (asked, held) => {
      const decided = decide(asked, { ...NOTHING_HOLDS, ties: held.map(kind => ({ kind, days: 0 })) })
      if (!decided.allowed || decided.because.kind !== 'clause') return
      const { hash, clause: number } = decided.because
      const clause = SIGNED.find(one => one.hash === hash)?.content.clauses.find(one => one.number === number)
      assert(clause)
      assert.ok(clause.givers.includes(asked.contributor) && clause.receivers.includes(asked.actor.organisationCode))
      assert.ok(clause.roles.includes(asked.actor.role) && clause.classes.flatMap(leavesOf).includes(asked.dataClass))
      assert.ok(clause.purpose === asked.purpose && clause.relationships.some(kind => held.includes(kind)))
      assert.ok(clause.may.includes(asked.action))
      allowed++
    }),
    { numRuns: 3000 },
  )
  assert.ok(allowed > 0, 'none of the requests that were drawn was allowed')
})

test('taking a signature or a tie away, or adding a refusal, never opens anything', () => {
  const wish = fc.constantFrom<Facts['wishes']>([], [{ id: 'w', kind: 'refuse', dataClasses: [...DATA_CLASSES] }])
  fc.assert(
    fc.property(request, fc.subarray([...RELATIONSHIPS]), fc.nat(20), wish, (asked, ties, unsigned, wishes) => {
      const more: Facts = { ...NOTHING_HOLDS, ties: ties.map(kind => ({ kind, days: 0 })) }
      const less: Facts = {
        ...more,
        wishes,
        ties: ties.slice(1).map(kind => ({ kind, days: 0 })),
        agreements: SIGNED.map(one => ({
          ...one,
          signedBy: new Set([...one.signedBy].filter((_, at) => at !== unsigned)),
        })),
      }
      assert.ok(decide(asked, more).allowed || !decide(asked, less).allowed)
    }),
    { numRuns: 1000 },
  )
})

test('a citizen who is nobody to the person is refused whatever was agreed', () => {
  const stranger: CitizenActor = citizenOf('tecwyn-breese')
  fc.assert(
    fc.property(request, asked => {
      assert.deepEqual(decide({ ...asked, actor: stranger }, NOTHING_HOLDS), {
        allowed: false,
        failed: ['person-has-not-chosen'],
      })
    }),
  )
})
