import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Patient } from 'fhir/r4.js'
import { transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { Outcome } from '#ground/outcome.ts'
import { seedId } from '#seed/plant.ts'
import { personId, region } from '#test/kit.ts'
import { type Identified, identify } from './identify.ts'
import { keepSourceRecord } from './keep-source-record.ts'
import { nhsNumberIdentifier } from './patient.ts'

const here = await region()
const OWNER = seedId.team('tim-integreiddio')
let arrivals = 0

test('Mair, whom the hospital never met, is found by her verified number and her day of birth', async () => {
  const found = await arrives({ family: 'Pritchard', born: '1942-03-17', number: '9990000042' })
  assert.deepEqual(found, { ok: true, value: { personId: personId('mair-pritchard'), how: 'linked' } })
})

test('the same record again is the same person, and no second link', async () => {
  const mair = { family: 'Pritchard', born: '1942-03-17', number: '9990000042', localId: 'again' }
  await arrives(mair)
  const before = await linksOf('mair-pritchard')
  const found = await arrives(mair)
  assert.deepEqual(found, { ok: true, value: { personId: personId('mair-pritchard'), how: 'already linked' } })
  assert.equal(await linksOf('mair-pritchard'), before)
})

test('Mair’s number on another man’s name and birth date is refused, and links nothing', async () => {
  const before = await linksOf('mair-pritchard')
  const found = await arrives({ family: 'Beynon', born: '1959-09-30', number: '9990000042' })
  assert.deepEqual(found, { ok: false, problem: 'match.numberOfSomebodyElse' })
  assert.equal(await linksOf('mair-pritchard'), before)
})

test('a known record that comes back with somebody else’s number is refused too', async () => {
  const mair = { family: 'Pritchard', born: '1942-03-17', number: '9990000042', localId: 'mixed up' }
  await arrives(mair)
  const found = await arrives({ ...mair, number: '9990004331' })
  assert.deepEqual(found, { ok: false, problem: 'match.numberOfSomebodyElse' })
})

test('of the three called Mair Jones each is found by her own number', async () => {
  const found = []
  for (const [born, number] of [
    ['1951-06-02', '9990011370'],
    ['1951-02-06', '9990021740'],
    ['1951-06-02', '9990002118'],
  ] as const) {
    const one = await arrives({ family: 'Jones', born, number })
    found.push(one.ok ? one.value.personId : one.problem)
  }
  assert.deepEqual(found, ['mair-jones-capel', 'mair-jones-bont', 'mair-jones-aberelwyn'].map(personId))
})

test('one twin’s message never reaches the other', async () => {
  const found = await arrives({ family: 'Davies', born: '2001-11-05', number: '9990023964' })
  assert.ok(found.ok)
  assert.equal(found.value.personId, personId('iwan-davies'))
  assert.notEqual(found.value.personId, personId('ieuan-davies'))
})

test('a number that was not traced makes somebody new, and the question waits with the team that owns it', async () => {
  const found = await arrives({ family: 'Griffiths', born: '1958-01-29', number: '9990004331', verified: false })
  assert.ok(found.ok)
  assert.equal(found.value.how, 'undecided')
  assert.notEqual(found.value.personId, personId('owen-griffiths'))
  const waiting = await here.store.db
    .selectFrom('reviewCandidateNow as waiting')
    .innerJoin('reviewCandidate', 'reviewCandidate.id', 'waiting.id')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'waiting.candidateRecordId')
    .select(['link.personId', 'reviewCandidate.reason', 'waiting.ownerTeamId'])
    .execute()
  assert.deepEqual(waiting, [
    { personId: personId('owen-griffiths'), reason: 'match.numberNotVerified', ownerTeamId: OWNER },
  ])
})

test('somebody without a number is new, though name, birth date and house are a known man’s', async () => {
  const found = await arrives({ family: 'Watkin', born: '1944-12-01' })
  assert.ok(found.ok)
  assert.equal(found.value.how, 'new')
  assert.notEqual(found.value.personId, personId('ifan-watkin'))
})

test('two systems that tell of a newcomer in the same moment tell of one person', async () => {
  const gwerful = { family: 'Pennant', born: '1969-07-25', number: '9990017654' }
  const hasIdentified = Promise.withResolvers<void>()
  const first = arrives(gwerful, async () => {
    hasIdentified.resolve()
    await sleep(200)
  })
  await hasIdentified.promise
  const [one, other] = await Promise.all([first, arrives(gwerful)])
  assert.ok(one.ok && other.ok)
  assert.deepEqual([one.value.how, other.value.how], ['new', 'linked'])
  assert.equal(one.value.personId, other.value.personId)
})

interface Arrival {
  readonly family: string
  readonly born: string
  readonly number?: string
  readonly verified?: boolean
  readonly localId?: string
}

/** The health board's record of somebody arrives; a new one unless its local id is given. */
async function arrives(
  { family, born, number, verified = true, localId }: Arrival,
  beforeItIsKept = async () => {},
): Promise<Outcome<Identified>> {
  const nhsNumber = parseNhsNumber(number ?? '')
  const patient: Patient = {
    resourceType: 'Patient',
    name: [{ use: 'official', family }],
    birthDate: born,
    ...(nhsNumber !== undefined && { identifier: [nhsNumberIdentifier(nhsNumber, verified)] }),
  }
  const key = { organisationId: seedId.organisation('bwrdd-iechyd'), localId: localId ?? `arrival ${++arrivals}` }
  return transactionInTurn(here.store, async tx => {
    const record = await keepSourceRecord(tx, key, () => patient, undefined)
    const identified = await identify(tx, record, OWNER)
    await beforeItIsKept()
    return identified
  })
}

async function linksOf(person: string): Promise<number> {
  const links = await here.store.db
    .selectFrom('personLinkNow')
    .select('sourceRecordId')
    .where('personId', '=', personId(person))
    .execute()
  return links.length
}
