import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { personId, region } from '#test/kit.ts'
import { liftApart, liftSeal, sealApart, tellApart } from './apart.ts'
import { barredFrom } from './barred.ts'
import { checkPersons } from './check.ts'
import { linkRecords } from './link.ts'
import { linksOf, toldApartOf } from './links-of.ts'
import { moveRecord } from './move.ts'
import { membersOf, personOf } from './persons.ts'
import { peopleAgainstGuards, rebuildPersons } from './rebuild.ts'
import { separate, unlinkRecords } from './unlink.ts'

const here = await region()
const BECAUSE = { decidedBy: 'Steffan Howells', reason: 'asked both of them' }
const REFUSED = { ok: false, problem: 'link.refused' }
const [MAIR, , IEUAN, GWILYM, BETI] = await Promise.all(
  ['mair-pritchard', 'iwan-davies', 'ieuan-davies', 'gwilym-parry', 'beti-parry'].map(key =>
    doing(tx => membersOf(tx, personId(key))),
  ),
)
const [IWAN] = [await doing(tx => membersOf(tx, personId('iwan-davies')))]
const LANDLORDS_GWILYM = GWILYM![1]!

test('two verified NHS numbers never meet in one person, whoever says so', async () => {
  assert.deepEqual(await link(IWAN[0]!, IEUAN![0]!), REFUSED)
  assert.deepEqual(await doing(tx => moveRecord(tx, IWAN[0]!, IEUAN![0]!, BECAUSE)), REFUSED)
  assert.equal(await doing(tx => personOf(tx, IWAN[0]!)), personId('iwan-davies'))
})

test('nor through a third record that has no number', async () => {
  const landlords = MAIR![1]!
  assert.deepEqual(await link(landlords, IWAN[0]!), REFUSED)
  await doing(tx => separate(tx, landlords, BECAUSE))
  const linked = await link(landlords, IWAN[0]!)
  assert.ok(linked.ok)
  assert.deepEqual(await link(landlords, MAIR![0]!), REFUSED)
  await doing(tx => unlinkRecords(tx, linked.value.linkId, BECAUSE))
  assert.ok((await link(landlords, MAIR![0]!)).ok)
})

test('who were told apart stay apart, and are one person again only when somebody lifts it', async () => {
  await doing(tx => separate(tx, LANDLORDS_GWILYM, BECAUSE))
  const apart = await doing(tx => tellApart(tx, LANDLORDS_GWILYM, BETI![0]!, BECAUSE))
  assert.ok(apart.ok)
  assert.deepEqual(await link(LANDLORDS_GWILYM, BETI![0]!), REFUSED)
  assert.deepEqual(await doing(tx => tellApart(tx, BETI![0]!, LANDLORDS_GWILYM, BECAUSE)), apart)
  const barred = await doing(tx => barredFrom(tx, LANDLORDS_GWILYM, [BETI![0]!, GWILYM![0]!]))
  assert.deepEqual([...barred], [BETI![0]!])
  assert.ok((await doing(tx => liftApart(tx, apart.value, BECAUSE))).ok)
  assert.deepEqual(await doing(tx => liftApart(tx, apart.value, BECAUSE)), { ok: false, problem: 'apart.none' })
  const linked = await link(LANDLORDS_GWILYM, BETI![0]!)
  assert.ok(linked.ok)
  const oneNow = await doing(tx => tellApart(tx, LANDLORDS_GWILYM, BETI![0]!, BECAUSE))
  assert.deepEqual(oneNow, { ok: false, problem: 'apart.oneNow' })
  const told = await doing(tx => toldApartOf(tx, personId('beti-parry')))
  assert.deepEqual(
    told.map(({ decidedBy, lifted }) => [decidedBy, lifted?.reason]),
    [['Steffan Howells', BECAUSE.reason]],
  )
  await doing(tx => unlinkRecords(tx, linked.value.linkId, BECAUSE))
})

test('a refusal does not tell that an identity is sealed, and nothing of the old one is told with the new', async () => {
  const [oldOne, newOne] = [LANDLORDS_GWILYM, BETI![0]!]
  const sealed = await doing(tx => sealApart(tx, newOne, oldOne, BECAUSE))
  assert.ok(sealed.ok)
  assert.deepEqual(await link(oldOne, newOne), REFUSED)
  assert.deepEqual(await doing(tx => liftApart(tx, sealed.value, BECAUSE)), { ok: false, problem: 'apart.none' })
  const between = (links: { recordA: string; recordB: string }[]) =>
    links.filter(({ recordA, recordB }) => [recordA, recordB].includes(oldOne))
  assert.deepEqual(between(await doing(tx => linksOf(tx, personId('beti-parry')))), [])
  assert.deepEqual(between(await doing(tx => toldApartOf(tx, personId('beti-parry')))), [])
  assert.ok((await doing(tx => liftSeal(tx, sealed.value, BECAUSE))).ok)
  assert.equal(between(await doing(tx => linksOf(tx, personId('beti-parry')))).length, 1)
})

test('a record is moved in one act, and what it was taken from is told', async () => {
  const moved = await doing(tx => moveRecord(tx, LANDLORDS_GWILYM, GWILYM![0]!, BECAUSE))
  assert.ok(moved.ok)
  assert.deepEqual([moved.value.personId, moved.value.left], [personId('gwilym-parry'), []])
  const again = await doing(tx => moveRecord(tx, LANDLORDS_GWILYM, BETI![0]!, BECAUSE))
  assert.ok(again.ok)
  assert.equal(again.value.personId, personId('beti-parry'))
  assert.ok(again.value.left.includes(personId('gwilym-parry')))
})

test('after all of it every id names whom the links say, and nobody is two people', async () => {
  assert.deepEqual(await doing(rebuildPersons), [])
  assert.deepEqual(await doing(peopleAgainstGuards), [])
})

test('once a day it is looked whether each id names whom the links say; what is astray is told and put right', async () => {
  const { homePersonId: own } = await here.store.db
    .selectFrom('sourceRecord')
    .select('homePersonId')
    .where('id', '=', LANDLORDS_GWILYM)
    .executeTakeFirstOrThrow()
  await here.store.db
    .updateTable('personNow')
    .set({ personId: personId('mair-pritchard') })
    .where('id', '=', own)
    .execute()
  const astray = { id: own, was: personId('mair-pritchard'), is: personId('beti-parry') }
  await assert.rejects(
    doing(async tx => {
      assert.deepEqual(await rebuildPersons(tx), [astray])
      throw new Error('left as it was')
    }),
    /left as it was/,
  )
  const found = { idsAstray: 1, peopleAgainstGuards: 0, peopleOfManyRecords: 0, isAlarming: true }
  assert.deepEqual(await checkPersons(here.store), found)
  assert.deepEqual(await checkPersons(here.store), undefined)
  assert.deepEqual(await doing(rebuildPersons), [])
})

function link(one: string, other: string) {
  return doing(tx => linkRecords(tx, one, other, BECAUSE))
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
