import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { writeTrail } from '#record/sharing/trail/write.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { senders } from '#seed/region/senders.ts'
import { actorOf, asSent, personId, type Region, region } from '#test/kit.ts'
import { admissionsTold } from './admissions-told.ts'
import { looksByPurpose } from './looks-by-purpose.ts'
import { messagesReceived } from './messages-received.ts'
import { monthlyLooks } from './monthly-looks.ts'

// One region for all: each test has a month of its own, so that none counts what another did.
let here: Region

before(async () => {
  here = await region()
})
after(() => here.close())

test('Today begins at midnight in Wales, summer time and all', async () => {
  here.clock.move('2026-07-01T22:50:00Z')
  await admit(6, 'A')
  here.clock.move('2026-07-01T23:10:00Z')
  const line = await figuresOf('GHPAS YGH')
  assert.deepEqual([line.today, line.week], [0, 6])
})

test('What came eight days ago is in neither figure, and what waits since then still waits', async () => {
  here.clock.move('2026-11-22T09:00:00Z')
  await here.send('wrong-person.hl7')
  here.clock.move('2026-11-30T09:00:00Z')
  const line = await figuresOf('GHPAS YGH')
  assert.deepEqual([line.today, line.week, line.waiting], [0, 0, 'few'])
  assert.equal(line.longestSince?.toISOString(), '2026-11-22T09:00:00.000Z')
})

test('A hospital that sends nothing is listed, and systems that were not let in have one line', async () => {
  here.clock.move('2026-12-22T09:00:00Z')
  await here.send('unknown-sender.hl7')
  const lines = await transaction(here.store, messagesReceived)
  const named = lines.filter(({ sender }) => sender !== undefined)
  assert.equal(named.length, senders.length, 'every system that may send has a line')
  assert.ok(named.some(({ sender }) => sender?.facility === 'YCP'))
  assert.ok(named.every(({ week }) => week === 0))
  assert.deepEqual(
    lines.filter(({ sender }) => sender === undefined).map(({ week }) => week),
    ['few'],
  )
})

test('The board reads how quickly people were told of admissions', async () => {
  here.clock.move('2027-01-10T09:00:00Z')
  for (const person of await admit(5, 'B')) {
    here.clock.move(new Date(here.clock.now().getTime() + 1000).toISOString())
    await tell(person)
  }
  const told = await transaction(here.store, admissionsTold)
  assert.deepEqual([told.admissions, told.told, told.medianSeconds], [{ told: 5, isExact: true }, 5, 3])
  assert.ok(told.slowestSeconds !== undefined && told.slowestSeconds > 4 && told.slowestSeconds <= 5)
})

test('How quickly is not told when it rests on fewer than five people', async () => {
  here.clock.move('2027-02-10T09:00:00Z')
  const people = await admit(6, 'C')
  for (const person of people.slice(0, 4)) await tell(person)
  const told = await transaction(here.store, admissionsTold)
  assert.deepEqual(told, {
    admissions: { told: 2, isExact: false },
    told: 'few',
    medianSeconds: undefined,
    slowestSeconds: undefined,
  })
})

test('Being told that somebody has moved ward is not being told that they were admitted', async () => {
  here.clock.move('2027-03-10T09:00:00Z')
  await here.send('mair-admitted.hl7')
  here.clock.move('2027-03-10T12:00:00Z')
  await here.send('mair-moved-ward.hl7')
  await tell(personId('mair-pritchard'))
  const told = await transaction(here.store, admissionsTold)
  assert.deepEqual([told.admissions, told.told], [{ told: 1, isExact: false }, 0])
})

test('Records opened are counted by purpose, what was refused apart, of the month that is over and no other', async () => {
  here.clock.move('2027-04-30T22:59:00Z')
  for (let time = 0; time < 7; time++) await open('sioned-evans', 'mair-pritchard')
  here.clock.move('2027-04-30T23:00:00Z')
  for (let time = 0; time < 6; time++) await open('sioned-evans', 'mair-pritchard')
  for (let time = 0; time < 2; time++) await open('mair-pritchard', 'mair-pritchard')
  for (let time = 0; time < 5; time++) await open('dewi-prosser', 'mair-pritchard')
  here.clock.move('2027-05-31T23:30:00Z')
  for (let time = 0; time < 9; time++) await open('sioned-evans', 'mair-pritchard')
  const { month, byPurpose, refused } = await transaction(here.store, looksByPurpose)
  assert.equal(month, '2027-05')
  assert.deepEqual(byPurpose.slice(0, 3), [
    { purpose: 'direct-care', looks: { told: 6, isExact: true } },
    { purpose: 'own-record', looks: { told: 1, isExact: false } },
    { purpose: 'discharge', looks: { told: 0, isExact: true } },
  ])
  assert.equal(refused, 5)
})

test('Everybody may read how often each clause was relied on; a month that is over never changes', async () => {
  here.clock.move('2027-07-05T09:00:00Z')
  for (let time = 0; time < 6; time++) await open('sioned-evans', 'mair-pritchard', 'about-me', 'plan')
  for (let time = 0; time < 3; time++) await open('ffion-gittins', 'mair-pritchard', 'presence-in-hospital')
  here.clock.move('2027-08-01T09:00:00Z')
  const [july] = await transaction(here.store, tx => monthlyLooks(tx))
  const counted = july?.purposes.flatMap(({ reasons }) =>
    reasons.map(({ kind, clause, looks }) => [kind, clause?.code, looks]),
  )
  assert.deepEqual(counted, [
    ['clause', 'HAFREN-2', 6],
    ['clause', 'HAFREN-2', 6],
    ['clause', 'HAFREN-1', 'few'],
  ])
  assert.deepEqual(july?.total, { told: 13, isExact: false }, 'six and six, and at least one')
  here.clock.move('2027-12-24T09:00:00Z')
  const months = await transaction(here.store, tx => monthlyLooks(tx))
  assert.deepEqual(
    months.find(({ month }) => month === '2027-07'),
    july,
  )
})

test('Nothing that the board is given holds an id or a name of anybody', async () => {
  here.clock.move('2027-06-10T09:00:00Z')
  for (const person of await admit(5, 'D')) await tell(person)
  await open('sioned-evans', 'mair-pritchard')
  const figures = await transaction(here.store, async tx => [
    await messagesReceived(tx),
    await admissionsTold(tx),
    await looksByPurpose(tx),
    await monthlyLooks(tx),
  ])
  assert.doesNotMatch(JSON.stringify(figures), /[0-9a-f]{8}-|999\d{7}|Pennant|Pritchard|Sioned/i)
})

/** Admits that many people nobody has heard of before, and answers who they are. Each series of them is others. */
async function admit(count: number, series: string): Promise<string[]> {
  const localIds = Array.from({ length: count }, (_, number) => `H${series}${number}`)
  for (const [number, localId] of localIds.entries()) {
    const message = asSent('someone-unknown.hl7')
      .replace(/(\|\|)([^|^]+)\^([^|^]+)(\^[^|]*\|\|)(\d{8})/, `$1${NAMES[number]}$4${born(series, number)}`)
      .replace('YGH0000418880', `YGH${localId}`)
      .replace('~9990017654^01^^NHS^NH', '')
      .replace('H2088083', localId)
      .replace('E2611220034', `E${localId}`)
    assert.match(await here.send(message), /MSA\|AA/)
  }
  const rows = await here.store.db
    .selectFrom('sourceRecord as record')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'record.id')
    .select('link.personId')
    .where('record.localId', 'in', localIds)
    .execute()
  assert.equal(rows.length, count, 'each admission is somebody of their own')
  return rows.map(row => row.personId!)
}

/** Nobody matching could take for another: each has names and a day of birth of their own. */
const NAMES = [
  'AMBROSE^GLENYS',
  'BAYLISS^TREFOR',
  'COSSLETT^MYFI',
  'DUGMORE^HEDYDD',
  'EVERALL^PADRIG',
  'FENWICK^SULWEN',
]

function born(series: string, number: number): string {
  return `19${40 + (series.charCodeAt(0) % 10) * 5}0${number + 1}1${number + 2}`
}

/** Writes what is written when somebody's open page is told. */
async function tell(person: string): Promise<void> {
  const entry = {
    actor: actorOf('sioned-evans'),
    personId: person,
    purpose: 'direct-care',
    doing: 'tell',
    place: 'people',
    allowed: true,
    released: [],
    failed: [],
  } as const
  await transaction(here.store, tx => writeTrail(tx, [entry]))
}

/** Opens somebody's record and lets through all of these classes that are open. */
async function open(account: string, person: string, ...classes: readonly DataClass[]): Promise<void> {
  const asking = { doing: 'look', place: 'record' } as const
  await transaction(here.store, tx =>
    look(tx, actorOf(account), personId(person), asking, async access => {
      for (const { contributorId, dataClass } of access.grants)
        if (classes.includes(dataClass)) access.release(contributorId, dataClass)
    }),
  )
}

async function figuresOf(name: string) {
  const lines = await transaction(here.store, messagesReceived)
  const line = lines.find(({ sender }) => sender && `${sender.application} ${sender.facility}` === name)
  assert.ok(line)
  return line
}
