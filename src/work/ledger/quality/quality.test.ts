import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { NHS_NUMBER_SYSTEM } from '#record/person/patient.ts'
import type { RecordFault } from '#record/person/quality/fault.ts'
import { keepQualityOfDay } from '#record/person/quality/keep-day.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region, region } from '#test/kit.ts'
import { listFaulty } from './list-faulty.ts'
import { readQuality } from './read-quality.ts'

const steffan = actorOf('steffan-howells') as WorkerActor
const alun = actorOf('alun-meredith') as WorkerActor
const COUNCIL = 'cyngor-bro-rhedyn'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('figures are kept once a day, and again the next day', async () => {
  assert.equal(await keepQualityOfDay(here.store), true)
  assert.equal(await keepQualityOfDay(here.store), false)
  here.clock.move('2026-11-23T00:05:00Z')
  assert.equal(await keepQualityOfDay(here.store), true)
})

test('two programs that start together keep one day’s figures', async () => {
  here.clock.move('2026-11-24T00:05:00Z')
  const kept = await Promise.all([keepQualityOfDay(here.store), keepQualityOfDay(here.store)])
  assert.deepEqual(kept.toSorted(), [false, true])
})

test('what was put right is out of the next day’s figures, and nothing is looked at twice without need', async () => {
  const before = await faultOf('bwrdd-iechyd', 'phone-missing', steffan)
  await keep('bwrdd-iechyd', 'H9900001', { telecom: [] })
  await nextDay()
  assert.equal(await faultOf('bwrdd-iechyd', 'phone-missing', steffan), before + 1)
  const checked = await checkedAt()
  await keep('bwrdd-iechyd', 'H9900001', { telecom: [{ system: 'phone', value: '01632 960999' }] })
  await nextDay()
  assert.equal(await faultOf('bwrdd-iechyd', 'phone-missing', steffan), before)
  const since = (await checkedAt()).filter(one => !checked.includes(one))
  assert.equal(since.length, 1, 'only the record that changed was looked at again')
})

test('a number on two records of one hospital is counted twice, and a number that two agencies hold is not', async () => {
  const before = await faultOf('bwrdd-iechyd', 'number-shared', steffan)
  const identifier = [{ system: NHS_NUMBER_SYSTEM, value: '9990006555' }]
  await keep('bwrdd-iechyd', 'H9900002', { identifier })
  await nextDay()
  assert.equal(await faultOf('bwrdd-iechyd', 'number-shared', steffan), before, 'the council has it too')
  await keep('bwrdd-iechyd', 'H9900003', { identifier })
  await nextDay()
  assert.equal(await faultOf('bwrdd-iechyd', 'number-shared', steffan), before + 2)
})

test('what came on a day is counted when the day is over, and what changed beside it', async () => {
  await keep('bwrdd-iechyd', 'H9900004', {})
  await keep('bwrdd-iechyd', 'H9900004', { gender: 'other' })
  const today = (await qualityOf('bwrdd-iechyd', steffan)).arrivedByWeek.at(-1)
  await nextDay()
  const { arrivedByWeek, changedByWeek } = await qualityOf('bwrdd-iechyd', steffan)
  assert.equal(Number(arrivedByWeek.at(-1)) - Number(today), 1)
  assert.ok(Number(changedByWeek.at(-1)) >= 1)
})

test('a landlord is not held to NHS numbers, and a hospital is', async () => {
  const targetOf = async (code: string) =>
    (await qualityOf(code, alun)).faults.find(({ fault }) => fault === 'number-missing')?.target
  assert.equal(await targetOf('tai-clicied'), undefined)
  assert.equal(await targetOf('bwrdd-iechyd'), 1)
})

test('those whose records have the most faults come first', async () => {
  const all = await transaction(here.store, tx => readQuality(tx, alun))
  const sound = all.flatMap(({ sound: { percent } }) => percent ?? [])
  assert.deepEqual(
    sound,
    sound.toSorted((one, other) => one - other),
  )
})

test('a board member sees no count under five, nor the one that came between two days', async () => {
  for (const place of Array(31).keys()) await keep(COUNCIL, `BR-99${place + 10}`, { telecom: [] })
  await nextDay()
  const first = await qualityOf(COUNCIL, alun)
  await keep(COUNCIL, 'BR-9999', { telecom: [] })
  await nextDay()
  const second = await qualityOf(COUNCIL, alun)
  const figures = [first, second].flatMap(({ records, sound, faults }) => [
    records,
    sound.records,
    ...faults.map(one => one.records),
  ])
  assert.ok(figures.includes('few'), 'the council has a fault in few records')
  assert.deepEqual(
    figures.filter(figure => figure !== 'few' && figure % 5 !== 0),
    [],
  )
})

test('an officer of the health board sees its own figures to the last record, and not the council’s', async () => {
  const own = await qualityOf('ysbyty-glan-hafren', steffan).catch(() => undefined)
  const board = await qualityOf('bwrdd-iechyd', steffan)
  assert.ok(board.isOwn && (own === undefined || own.isOwn))
  assert.equal((await qualityOf(COUNCIL, steffan)).isOwn, false)
  const { rows } = await countOf('bwrdd-iechyd')
  assert.equal(board.records, rows)
})

test('an officer is shown under which numbers of her own a fault stands, and nobody else’s', async () => {
  const own = await list(steffan, 'bwrdd-iechyd', 'number-shared')
  assert.ok(own.ok)
  assert.deepEqual(own.value.lines, [['H9900002', 'H9900003']])
  const elsewhere = await list(steffan, COUNCIL, 'phone-missing')
  assert.deepEqual(elsewhere, { ok: false, problem: 'quality.notShown' })
  assert.deepEqual(await list(steffan, 'no-such-body', 'phone-missing'), elsewhere)
  assert.deepEqual(await list(alun, 'bwrdd-iechyd', 'phone-missing'), elsewhere)
})

test('what was put right since the night is not in the list any more', async () => {
  await keep('bwrdd-iechyd', 'H9900005', { gender: 'unknown' })
  await nextDay()
  const listed = async () => {
    const found = await list(steffan, 'bwrdd-iechyd', 'sex-missing')
    return found.ok && found.value.lines.flat().includes('H9900005')
  }
  assert.equal(await listed(), true)
  await keep('bwrdd-iechyd', 'H9900005', { gender: 'female' })
  assert.equal(await listed(), false)
})

test('a long list comes in pages that leave nobody out and show nobody twice', async () => {
  for (const place of Array(60).keys()) await keep('bwrdd-iechyd', `H98${place + 100}`, { birthDate: '1950-01-01' })
  await nextDay()
  const seen: string[] = []
  for (let from: string | undefined = ''; from !== undefined; ) {
    const page = await list(steffan, 'bwrdd-iechyd', 'born-proxy', from)
    assert.ok(page.ok)
    seen.push(...page.value.lines.flat())
    from = page.value.next
  }
  assert.ok(seen.length >= 60)
  assert.equal(new Set(seen).size, seen.length)
  assert.equal(seen.length, await faultOf('bwrdd-iechyd', 'born-proxy', steffan))
})

test('the person can read that an officer saw their number in such a list', async () => {
  const gwilym = personId('gwilym-parry')
  await list(steffan, 'bwrdd-iechyd', 'uprn-missing')
  const { rows } = await trailOf(gwilym)
  assert.ok(
    rows.some(({ actorName, place, allowed }) => actorName === 'Steffan Howells' && place === 'quality' && allowed),
  )
})

async function keep(organisation: string, localId: string, change: Partial<Patient>): Promise<void> {
  const key = { organisationId: seedId.organisation(organisation), localId }
  await transaction(here.store, tx => keepSourceRecord(tx, key, held => ({ ...(held ?? WHOLE), ...change }), undefined))
}

const WHOLE: Patient = {
  resourceType: 'Patient',
  name: [{ use: 'official', family: 'Watkin', given: ['Ifan'] }],
  birthDate: '1944-12-01',
  gender: 'male',
  address: [{ line: ['2 Rhes yr Efail'], postalCode: 'GH5 1SE' }],
  telecom: [{ system: 'phone', value: '01632 960244' }],
}

async function nextDay(): Promise<void> {
  here.clock.move(new Date(here.clock.now().getTime() + 24 * 3_600_000).toISOString())
  await keepQualityOfDay(here.store)
}

async function qualityOf(code: string, reader: WorkerActor) {
  const all = await transaction(here.store, tx => readQuality(tx, reader))
  const one = all.find(({ organisation }) => organisation.code === code)
  assert.ok(one, `figures of ${code}`)
  return one
}

async function faultOf(code: string, fault: RecordFault, reader: WorkerActor): Promise<number> {
  return Number((await qualityOf(code, reader)).faults.find(one => one.fault === fault)?.records ?? 0)
}

function list(officer: WorkerActor, organisation: string, fault: RecordFault, from = '') {
  return transaction(here.store, tx => listFaulty(tx, officer, { organisation, fault, after: from }))
}

async function checkedAt(): Promise<string[]> {
  const rows = await here.store.db.selectFrom('sourceRecordCheck').select(['sourceRecordId', 'checkedAt']).execute()
  return rows.map(row => `${row.sourceRecordId} ${row.checkedAt.toISOString()}`)
}

async function countOf(code: string) {
  const { rows } = await here.store.db
    .selectFrom('sourceRecord')
    .select(eb => eb.fn.countAll<number>().as('rows'))
    .where('organisationId', '=', seedId.organisation(code))
    .executeTakeFirstOrThrow()
  return { rows }
}

async function trailOf(person: string) {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select(['actorName', 'place', 'allowed'])
    .where('personId', '=', person)
    .execute()
  return { rows }
}
