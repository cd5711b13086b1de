import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Deferral } from './deferral.ts'
import type { TrailEntry } from './entry.ts'
import { type Redaction, redact } from './redact.ts'

const NOW = new Date('2026-11-22T12:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
const NOTHING: Redaction = { now: NOW, deferrals: [], knownOrganisations: undefined }

test('the person reads every look as it was, wherever it came from', () => {
  const refuge = entry({ organisationId: 'refuge' })
  assert.equal(redact(refuge, 'the-person', { ...NOTHING, knownOrganisations: new Set(['council']) }), refuge)
})

test('a look that is put off is not there for the person, nor for whoever acts for them', () => {
  const redaction = { ...NOTHING, deferrals: [deferral({ organisationId: 'council' })] }
  assert.equal(redact(entry(), 'the-person', redaction), undefined)
  assert.equal(redact(entry(), 'representative', redaction), undefined)
})

test('it appears by itself the moment the deferral ends', () => {
  const until = deferral({ organisationId: 'council', endsAt: new Date(NOW.getTime() + 1) })
  const at = (now: Date) => redact(entry(), 'the-person', { ...NOTHING, now, deferrals: [until] })
  assert.equal(at(NOW), undefined)
  assert.notEqual(at(until.endsAt), undefined)
})

test('what the person could read before the deferral stays where it was', () => {
  const from = deferral({ organisationId: 'council', startedAt: NOW })
  assert.notEqual(redact(entry(), 'the-person', { ...NOTHING, deferrals: [from] }), undefined)
})

test('everything a deferral names must fit: another purpose, worker or organisation is told', () => {
  const both = deferral({ organisationId: 'council', purpose: 'safeguarding', accountId: 'menna' })
  const told = (one: Partial<TrailEntry>) =>
    redact(entry({ purpose: 'safeguarding', accountId: 'menna', ...one }), 'the-person', {
      ...NOTHING,
      deferrals: [both],
    }) !== undefined
  assert.equal(told({}), false)
  assert.equal(told({ purpose: 'direct-care' }), true)
  assert.equal(told({ accountId: 'sioned' }), true)
  assert.equal(told({ organisationId: 'landlord' }), true)
})

test('where an address is protected, nobody but the person reads that somebody looked from where they may live', () => {
  const redaction = { ...NOTHING, knownOrganisations: new Set(['council']) }
  const shown = redact(
    entry({ organisationId: 'refuge', who: 'Sera Wyn', accountId: 'sera' }),
    'representative',
    redaction,
  )
  assert.equal(shown?.isWithheld, true)
  assert.deepEqual(shown?.at, entry().at, 'that somebody looked, and when, is still told')
  assert.doesNotMatch(JSON.stringify(shown), /refuge|Refuge|Sera|sera|HAFREN|housing-officer/)
  assert.equal(redact(entry(), 'representative', redaction)?.who, 'Sioned Evans', 'whom everybody knows is told')
})

test('where no address is protected, whoever acts for the person reads every organisation', () => {
  assert.equal(redact(entry({ organisationId: 'refuge' }), 'representative', NOTHING)?.isWithheld, false)
})

test('who of the family looked is told to the person alone', () => {
  const elin = entry({ organisationId: undefined, organisation: undefined, role: undefined, who: 'Elin Pritchard' })
  assert.equal(redact(elin, 'the-person', NOTHING)?.who, 'Elin Pritchard')
  assert.doesNotMatch(JSON.stringify(redact(elin, 'representative', NOTHING)), /Elin/)
})

test('for whoever acts for the person, two looks from two unknown places cannot be told apart', () => {
  const place = fc.record({ who: fc.string(), accountId: fc.string(), organisationId: fc.string({ minLength: 1 }) })
  const redaction = { ...NOTHING, knownOrganisations: new Set<string>() }
  fc.assert(
    fc.property(place, place, (one, other) =>
      assert.deepEqual(
        redact(entry(one), 'representative', redaction),
        redact(entry(other), 'representative', redaction),
      ),
    ),
  )
})

function deferral(told: Partial<Deferral>): Deferral {
  return {
    id: 'd',
    personId: 'mair',
    organisationId: undefined,
    accountId: undefined,
    purpose: undefined,
    reason: 'An enquiry has begun.',
    power: 'Social Services and Well-being (Wales) Act 2014, section 126',
    madeBy: 'Gwenno Pryce',
    startedAt: new Date(NOW.getTime() - 30 * DAY_MS),
    endsAt: new Date(NOW.getTime() + 30 * DAY_MS),
    ...told,
  }
}

function entry(told: Partial<TrailEntry> = {}): TrailEntry {
  return {
    id: 'e',
    sequence: 1,
    at: new Date(NOW.getTime() - DAY_MS),
    who: 'Sioned Evans',
    by: { kind: 'worker', id: told.accountId ?? 'sioned' },
    accountId: 'sioned',
    organisationId: 'council',
    organisation: { en: 'The Refuge', cy: 'Y Lloches' },
    organisationCode: told.organisationId ?? 'council',
    role: 'housing-officer',
    isMachine: false,
    isThePerson: false,
    doing: 'look',
    place: 'record',
    purpose: 'direct-care',
    allowed: true,
    released: [
      {
        contributor: told.organisationId ?? 'council',
        dataClass: 'protected-address',
        because: { kind: 'clause', agreement: 'HAFREN-2', hash: 'abc', clause: 1 },
      },
    ],
    failed: [],
    clauses: [],
    through: undefined,
    isWithheld: false,
    ...told,
  }
}
