import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citizenOf } from '#test/kit.ts'
import { decide } from './decide.ts'
import type { Facts, Request } from './facts.ts'
import { HOLDS, NOTHING_HOLDS, ON_CASELOAD, ONE, WHY_IN_HOSPITAL, withClause } from './test-facts.ts'

test('an agreement that a party ended is open to the end of its new last day', () => {
  const on = (today: string) =>
    decide(WHY_IN_HOSPITAL, { ...HOLDS, today, agreements: [{ ...ONE, endedOn: '2026-11-22' }] }).allowed
  assert.deepEqual(['2026-11-22', '2026-11-23'].map(on), [true, false])
})

test('a clause for the night is open over midnight, from its first minute until its last', () => {
  const agreements = [withClause({ when: { hours: { from: '21:00', until: '07:00' } } })]
  const at = (minute: number) => decide(WHY_IN_HOSPITAL, { ...HOLDS, minute, agreements }).allowed
  assert.deepEqual([20 * 60 + 59, 21 * 60, 0, 7 * 60 - 1, 7 * 60].map(at), [false, true, true, true, false])
})

test('a clause for the six weeks after a referral closes on the forty-third day', () => {
  const agreements = [withClause({ when: { daysAfterTieBegins: 42 } })]
  const after = (days: number) =>
    decide(WHY_IN_HOSPITAL, { ...HOLDS, agreements, ties: [{ kind: 'caseload', days }] }).allowed
  assert.deepEqual([0, 42, 43].map(after), [true, true, false])
})

test('a clause about older people is for somebody who is 65 today, and for nobody of whose age there is doubt', () => {
  const agreements = [withClause({ cohort: 'older-people' })]
  const born = (...birthDates: string[]) => decide(WHY_IN_HOSPITAL, { ...HOLDS, agreements, birthDates }).allowed
  assert.deepEqual(
    [born('1961-11-22'), born('1961-11-23'), born(), born('1942-03-17', '1972-03-17')],
    [true, false, false, false],
  )
})

test('a clause that says so is closed to whoever lives with her; another, a choice and an emergency are not', () => {
  const atHome = { ...HOLDS, livesWithThem: true }
  const agreements = [withClause({ notAtHome: true })]
  const decided = [HOLDS, atHome].map(facts => decide(WHY_IN_HOSPITAL, { ...facts, agreements }).allowed)
  assert.deepEqual([...decided, decide(WHY_IN_HOSPITAL, atHome).allowed], [true, false, true])
  const wishes = [{ id: 'w', kind: 'allow', dataClasses: ['hospital-care'] }] as const
  assert.ok(decide(WHY_IN_HOSPITAL, { ...atHome, agreements, wishes }).allowed)
  const emergencies = [{ id: 'e', dataClasses: ['hospital-care'] }] as const
  assert.ok(decide(WHY_IN_HOSPITAL, { ...atHome, agreements, emergencies }).allowed)
})

test('where the law goes before a refusal, a safeguarding clause opens, and says that it did', () => {
  const agreements = [withClause({ overridesWishes: true })]
  const wishes = [{ id: 'w', kind: 'pause', dataClasses: [] }] as const
  const against = decide(WHY_IN_HOSPITAL, { ...HOLDS, agreements, wishes })
  assert.ok(against.allowed && against.because.kind === 'clause' && against.because.overrode)
  const without = decide(WHY_IN_HOSPITAL, { ...HOLDS, agreements })
  assert.ok(without.allowed && without.because.kind === 'clause' && without.because.overrode === undefined)
})

test('a worker whom she chose, and who works with her, reads what she chose without a clause; a colleague does not', () => {
  const wishes = [{ id: 'w1', kind: 'allow', dataClasses: ['finance'] }] as const
  const asked: Request = { ...WHY_IN_HOSPITAL, dataClass: 'finance' }
  assert.deepEqual(decide(asked, { ...ON_CASELOAD, wishes }), { allowed: true, because: { kind: 'wish', wish: 'w1' } })
  assert.equal(decide(asked, { ...NOTHING_HOLDS, wishes }).allowed, false)
  assert.equal(decide({ ...asked, action: 'contribute' }, { ...ON_CASELOAD, wishes }).allowed, false)
})

test('while she can decide about her care her attorney sees nothing; when she cannot, what the office opens', () => {
  const attorney: Facts = { ...NOTHING_HOLDS, representations: [{ id: 'lpa', kind: 'health-attorney' }] }
  const asked: Request = { ...WHY_IN_HOSPITAL, actor: citizenOf('elin-pritchard'), purpose: 'representation' }
  assert.deepEqual(decide(asked, attorney), { allowed: false, failed: ['capacity-holds'] })
  const cannot = (decision: 'health-and-care' | 'money') => ({ ...attorney, lacksCapacityFor: new Set([decision]) })
  assert.equal(decide(asked, cannot('money')).allowed, false)
  assert.deepEqual(decide(asked, cannot('health-and-care')), {
    allowed: true,
    because: { kind: 'representative', representative: 'lpa' },
  })
  assert.equal(decide({ ...asked, dataClass: 'finance' }, cannot('health-and-care')).allowed, false)
})

test('an emergency opens what it names and nothing else, even when all sharing is paused, and only for reading', () => {
  const emergencies = [{ id: 'e1', dataClasses: ['hospital-care'] }] as const
  const wishes = [{ id: 'w', kind: 'pause', dataClasses: [] }] as const
  const open: Facts = { ...NOTHING_HOLDS, emergencies, wishes }
  assert.deepEqual(decide(WHY_IN_HOSPITAL, open), { allowed: true, because: { kind: 'emergency', emergency: 'e1' } })
  assert.equal(decide({ ...WHY_IN_HOSPITAL, dataClass: 'mental-health' }, open).allowed, false)
  assert.equal(decide({ ...WHY_IN_HOSPITAL, action: 'contribute' }, open).allowed, false)
})
