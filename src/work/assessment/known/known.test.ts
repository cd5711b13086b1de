import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { markSensitiveRecord } from '#record/person/sensitive/mark.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { readWhatMatters } from '../what-matters/read-what-matters.ts'
import { recordWhatMatters } from '../what-matters/record-what-matters.ts'
import type { Gone } from './collect.ts'
import { whatIsKnown } from './known.ts'
import { isTypedAgain } from './retyped.ts'

const here = await region()
const MAIR = personId('mair-pritchard')

test('a social worker’s form knows already what Mair and others have told, each with its source and its day', async () => {
  const known = await as('sioned-evans', MAIR, whatIsKnown)
  const of = (field: string) => known.find(one => one.field === field)
  assert.deepEqual(
    [of('name')?.value, of('address')?.value.split('\n')[0], of('language')?.value, of('carers')?.value],
    ['Mair Pritchard', 'Fflat 3', 'cy', 'Elin Pritchard'],
  )
  assert.equal(of('address')?.source?.en, 'Dyffryn Banadl County Council')
  assert.equal(of('what-matters')?.source, undefined)
  assert.ok(of('communication')?.value.includes('ar y chwith'))
  assert.deepEqual([of('address')?.asOf, of('former-assessment')?.asOf], ['2026-11-22', '2026-09-17'])
})

test('a form knows no more than whoever fills it in may read: a landlord’s has no plan of what matters but what is theirs', async () => {
  const [worker, landlord] = await Promise.all(
    ['sioned-evans', 'ffion-gittins'].map(account => as(account, MAIR, whatIsKnown)),
  )
  const isIn = (fields: typeof worker, field: string) => fields?.some(one => one.field === field)
  assert.ok(isIn(worker, 'carers'))
  for (const account of ['sioned-evans', 'ffion-gittins']) {
    const granted = await as(
      account,
      MAIR,
      async (_, access) => new Set(access.grants.map(({ contributorId }) => contributorId)),
    )
    const sources = (account === 'sioned-evans' ? worker : landlord)?.map(({ sourceId }) => sourceId) ?? []
    assert.ok(sources.every(id => granted.has(id)))
  }
})

test('an address that must not become known stands in no form, and can be put right in none', async () => {
  const EIRLYS = personId('eirlys-mostyn')
  const isKnown = async (field: string) =>
    (await as('sioned-evans', EIRLYS, whatIsKnown)).some(one => one.field === field)
  assert.ok(await isKnown('address'))
  await transaction(here.store, async tx => {
    const { sourceRecordId } = await tx.db
      .selectFrom('personLinkNow')
      .select('sourceRecordId')
      .where('personId', '=', EIRLYS)
      .limit(1)
      .executeTakeFirstOrThrow()
    assert(sourceRecordId)
    await markSensitiveRecord(tx, sourceRecordId, 'refuge', { decidedBy: 'a test', reason: 'sensitive.test' })
  })
  assert.deepEqual([await isKnown('address'), await isKnown('name')], [false, true])
})

test('what was confirmed, put right, and typed again is told beside the record, without what it was', async () => {
  const gone: Gone = { through: true, instead: { telephone: '07700 900123' } }
  const held = await as('sioned-evans', MAIR, (tx, access) =>
    recordWhatMatters(tx, access, {
      heldOn: '2026-11-22',
      heldIn: 'cy',
      tookPart: 'Mair ac Elin Pritchard',
      words: 'Yr ieir.',
      wordsLanguage: 'cy',
      cameOfIt: 'Mae hi’n byw yn lon y felin o hyd.',
      language: 'cy',
      needAppears: false,
      gone,
      key: 'known',
    }),
  )
  assert.ok(held.ok)
  const [talk] = (await as('sioned-evans', MAIR, readWhatMatters)).filter(({ id }) => id === held.value)
  const how = Object.fromEntries(talk?.collected.map(one => [one.field, [one.how, one.instead]]) ?? [])
  assert.deepEqual(
    [how.telephone, how.address, how.carers],
    [
      ['corrected', '07700 900123'],
      ['typed-again', undefined],
      ['confirmed', undefined],
    ],
  )
})

test('a line that is known counts as typed again whatever its case, accents and spaces; a name and a short word do not', () => {
  const address = { field: 'address', value: 'Fflat 3\nLôn y Felin\nGH2 4DW' } as const
  assert.ok(isTypedAgain(address, ['Mae hi’n byw yn LON-Y-FELIN ers 1970']))
  assert.ok(isTypedAgain(address, ['gh24dw']))
  assert.equal(isTypedAgain(address, ['Mae’r felin ar y lôn']), false)
  assert.equal(isTypedAgain({ field: 'name', value: 'Mair Pritchard' }, ['Mair Pritchard']), false)
  assert.equal(isTypedAgain({ field: 'practice', value: 'Bryn' }, ['Bryn']), false)
})

async function as<Value>(
  account: string,
  person: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  const looked = await transaction(here.store, tx =>
    look(tx, actorOf(account), person, { doing: 'write', place: 'assessment' }, access => work(tx, access)),
  )
  assert(looked.ok, `${account} may see them`)
  return looked.value
}
