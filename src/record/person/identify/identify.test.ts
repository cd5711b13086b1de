import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { personId, region } from '#test/kit.ts'
import { sealApart, tellApart } from '../link/apart.ts'
import { personOf } from '../link/persons.ts'
import { separate } from '../link/unlink.ts'
import { type Arrived, arrives, doing, like, recordsOf, waitingFor, withNumber } from './test-arrivals.ts'

const here = await region()
const STEFFAN = { decidedBy: 'Steffan Howells', reason: 'asked at the house' }

test('Mair, whom the hospital never met, is found by her verified number and her day of birth', async () => {
  const { family, born, number } = withNumber('mair-pritchard')
  const found = await arrives(here, { family: family!, born: born!, number: number! })
  assert.deepEqual([found.personId, found.how], [personId('mair-pritchard'), 'linked'])
})

test('the same record again is the same person, and no second link', async () => {
  const mair = { ...withNumber('mair-pritchard'), localId: 'again' }
  await arrives(here, mair)
  const before = (await recordsOf(here, 'mair-pritchard')).length
  const found = await arrives(here, mair)
  assert.deepEqual([found.personId, found.how], [personId('mair-pritchard'), 'already linked'])
  assert.equal((await recordsOf(here, 'mair-pritchard')).length, before)
})

test('a link says by which model it was made, how sure it was, and why, and holds nothing of the person', async () => {
  const { recordId } = await arrives(here, withNumber('lakshmi-venkataraman'))
  const link = await here.store.db
    .selectFrom('recordLink')
    .selectAll()
    .where(({ or, eb }) => or([eb('recordA', '=', recordId), eb('recordB', '=', recordId)]))
    .executeTakeFirstOrThrow()
  assert.deepEqual([link.decidedBy, link.reason], ['model', 'match.sure'])
  assert.ok(link.modelVersion !== null && link.probability! > 0.95 && link.weight! > 5)
  const said = JSON.stringify(link.explanation)
  assert.match(said, /birthDate/)
  assert.doesNotMatch(said, /venkataraman|lakshmi|9990\d{6}|\d{4}-\d\d-\d\d|GH\d/i)
})

test('Mair’s number on another man’s name and birth date is refused, and links nothing', async () => {
  const before = await recordsOf(here, 'mair-pritchard')
  const { number } = withNumber('mair-pritchard')
  const found = await arrives(here, { given: 'Dilwyn', family: 'Beynon', born: '1959-09-30', number: number! })
  assert.equal(found.how, 'match.numberOfSomebodyElse')
  assert.deepEqual(await recordsOf(here, 'mair-pritchard'), before)
})

test('a known record that comes back with somebody else’s number is refused too', async () => {
  const mair = { ...withNumber('mair-pritchard'), localId: 'mixed up' }
  await arrives(here, mair)
  const { number } = withNumber('owen-griffiths')
  assert.equal((await arrives(here, { ...mair, number: number! })).how, 'match.numberOfSomebodyElse')
})

test('of the three called Mair Jones each is found by her own number', async () => {
  const mairs = ['mair-jones-capel', 'mair-jones-bont', 'mair-jones-aberelwyn']
  const found: Arrived[] = []
  for (const mair of mairs) found.push(await arrives(here, withNumber(mair)))
  assert.deepEqual(
    found.map(one => one.personId),
    mairs.map(personId),
  )
})

test('a number that was not traced is Owen’s all the same, when name and day of birth are his', async () => {
  const found = await arrives(here, { ...withNumber('owen-griffiths'), verified: false })
  assert.deepEqual([found.personId, found.how], [personId('owen-griffiths'), 'linked'])
})

test('without a number, the name, the day of birth and the house are Ifan’s: the model is sure, and no guard speaks', async () => {
  const found = await arrives(here, like('ifan-watkin'))
  assert.deepEqual([found.personId, found.how], [personId('ifan-watkin'), 'linked'])
})

test('where much speaks for Ifan and not enough, it waits with the team that owns it, and says how much', async () => {
  const found = await arrives(here, { given: 'Ifan', family: 'Watkin', born: '1944' })
  assert.equal(found.how, 'undecided')
  assert.notEqual(found.personId, personId('ifan-watkin'))
  const [waiting, ...others] = await waitingFor(here, found.recordId)
  assert.deepEqual([waiting?.personId, waiting?.isDoubt, others], [personId('ifan-watkin'), false, []])
  assert.ok(waiting?.weight !== null && waiting?.explanation !== null)
})

test('one twin’s message never reaches the other, with a number or without', async () => {
  const twins = [personId('iwan-davies'), personId('ieuan-davies')]
  const [iwan, ieuan] = [
    await arrives(here, withNumber('iwan-davies')),
    await arrives(here, withNumber('ieuan-davies')),
  ]
  assert.deepEqual([iwan.personId, ieuan.personId], twins)
  for (const [at, twin] of ['iwan-davies', 'ieuan-davies'].entries()) {
    const found = await arrives(here, like(twin))
    assert.notEqual(found.personId, twins[1 - at], `${twin} is his brother`)
  }
  const third = await arrives(here, { ...like('iwan-davies'), given: 'Ifor' })
  assert.ok(!twins.includes(third.personId ?? ''), 'nor is whoever is born on their day in their house')
})

test('father and son of one name in one house are not told apart without a day of birth: somebody must say', async () => {
  const { born: _, ...evan } = like('evan-morris-tad')
  const found = await arrives(here, evan)
  assert.equal(found.how, 'undecided')
  const waiting = await waitingFor(here, found.recordId)
  assert.deepEqual(
    new Set(waiting.map(one => one.personId)),
    new Set(['evan-morris-tad', 'evan-morris-mab'].map(personId)),
  )
})

test('what a record says later may find whose it is, and what it finds is said', async () => {
  const bare = { given: 'Gwen', family: 'Penri', localId: 'little by little' }
  assert.equal((await arrives(here, bare)).how, 'new')
  const { number, born } = withNumber('gwen-penri')
  const found = await arrives(here, { ...bare, number: number!, born: born! })
  assert.deepEqual([found.personId, found.how], [personId('gwen-penri'), 'linked'])
})

test('a record that comes back as quite somebody else is doubted, and never parted or joined by itself', async () => {
  await arrives(here, { ...withNumber('owen-griffiths'), localId: 'written over' })
  const found = await arrives(here, { ...like('nest-ferch-owain'), localId: 'written over' })
  assert.deepEqual([found.personId, found.how], [personId('owen-griffiths'), 'undecided'])
  const waiting = await waitingFor(here, found.recordId)
  assert.deepEqual(
    new Set(waiting.map(one => [one.personId, one.reason, one.isDoubt].join())),
    new Set([[personId('owen-griffiths'), 'match.changed', true].join()]),
  )
  assert.equal((await recordsOf(here, 'nest-ferch-owain')).includes(found.recordId), false)
})

test('whoever is dead to one and alive to another is linked, and looked at', async () => {
  const { recordId, personId: found } = await arrives(here, { ...withNumber('llyr-tudno'), died: '2026-11-20' })
  assert.equal(found, personId('llyr-tudno'))
  const [waiting] = await waitingFor(here, recordId)
  assert.deepEqual([waiting?.reason, waiting?.isDoubt], ['match.oneDied', true])
})

test('what somebody told apart is not found again, however alike it becomes', async () => {
  const first = await arrives(here, { ...like('kevin-tranter'), localId: 'told apart' })
  assert.equal(first.personId, personId('kevin-tranter'))
  const [other] = (await recordsOf(here, 'kevin-tranter')).filter(id => id !== first.recordId)
  await doing(here, tx => separate(tx, first.recordId, STEFFAN))
  assert.ok((await doing(here, tx => tellApart(tx, first.recordId, other!, STEFFAN))).ok)
  const again = await arrives(here, { ...withNumber('kevin-tranter'), localId: 'told apart' })
  assert.notEqual(again.personId, personId('kevin-tranter'))
  assert.deepEqual(await waitingFor(here, first.recordId), [])
})

test('of a sealed identity nothing is found by what is near both: neither linked, nor asked about', async () => {
  const home = { lines: ['9 Stryd y Capel'], town: 'Aberelwyn', postcode: 'GH1 1AB' }
  const before = { given: 'Rhian', family: 'Tegwared', born: '2016-05-06', number: '9990007357', home }
  const after = { given: 'Rhian', family: 'Hafesb', born: '2016-05-06', number: '9990006792', home }
  const [old, renewed] = [await arrives(here, before), await arrives(here, after)]
  assert.notEqual(old.personId, renewed.personId)
  assert.ok((await doing(here, tx => sealApart(tx, old.recordId, renewed.recordId, STEFFAN))).ok)
  const { number: _, ...unnumbered } = after
  const found = await arrives(here, unnumbered)
  assert.equal(found.personId, renewed.personId)
  assert.deepEqual(await waitingFor(here, found.recordId), [])
})

test('two systems that tell of a newcomer in the same moment tell of one person, with a number or without', async () => {
  const gwerful = { given: 'Gwerful', family: 'Pennant', born: '1969-07-25', home: like('ifan-watkin').home! }
  const numbered = { given: 'Gweirydd', family: 'Rhun', born: '1971-02-18', number: '9990017654' }
  for (const newcomer of [gwerful, numbered]) {
    const hasIdentified = Promise.withResolvers<void>()
    const first = arrives(here, newcomer, async () => {
      hasIdentified.resolve()
      await sleep(200)
    })
    await hasIdentified.promise
    const [one, other] = await Promise.all([first, arrives(here, newcomer)])
    assert.deepEqual([one.how, other.how], ['new', 'linked'])
    assert.equal(one.personId, other.personId)
  }
})

test('many systems telling of the same six newcomers at once make six people, and none waits for another for ever', async () => {
  const six = ['Anwen', 'Bedwyr', 'Crisial', 'Deri', 'Enfys', 'Ffraid'].map((given, at) => ({
    given,
    family: ['Maelor', 'Maelor', 'Edeirnion'][at % 3]!,
    born: `19${60 + at}-0${at + 1}-1${at}`,
    home: { lines: [`${at + 1} Lôn Las`], town: 'Trefedwen', postcode: 'GH5 1SE' },
    phone: `01632 96029${at}`,
  }))
  const found = await Promise.all(Array.from({ length: 36 }, (_, at) => arrives(here, six[(at * 5) % 6]!)))
  const people = await doing(here, tx => Promise.all(found.map(one => personOf(tx, one.recordId))))
  const each = six.map((_, who) => new Set(people.filter((_one, at) => (at * 5) % 6 === who)).size)
  assert.deepEqual(each, [1, 1, 1, 1, 1, 1])
  assert.equal(new Set(people).size, 6)
  assert.equal(await deadlocks(), 0)
})

/** How often two transactions of this database have waited for each other, and one of them had to begin again. */
async function deadlocks(): Promise<number> {
  const { rows } = await sql<{ deadlocks: number }>`
    select deadlocks from pg_stat_database where datname = current_database()`.execute(here.store.db)
  return rows[0]?.deadlocks ?? assert.fail('no database')
}
