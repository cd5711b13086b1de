import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { sourceRecordsOf } from '#record/chart/source-records.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const sionedsPost = (await here.visitorOf('sioned-evans')).post?.id
await twiceAtTheCouncil()
const [mairs = [], others = []] = await Promise.all(['mair-pritchard', 'mair-jones-capel'].map(recordsOpenToSioned))

test('what an app says of two records waits for a records officer, and joins nothing', async () => {
  const [one, other] = [mairs[0]!, others[0]!]
  const answer = await says([reference('source-patient', one), reference('target-patient', other)])
  // Two verified numbers can never be one person's: nothing is asked, and the answer is the same.
  assert.equal(answer.status, 202)
  assert.match(answer.text, /Swyddog cofnodion sy’n penderfynu/)
  assert.notEqual(await personOfRecord(one), await personOfRecord(other))
})

test('two records of one person are one already, said by references or by the links of a Patient', async () => {
  const [one, other] = mairs as [string, string]
  const resource = {
    resourceType: 'Patient',
    id: one,
    link: [{ other: { reference: `Patient/${other}` }, type: 'seealso' }],
  }
  for (const parameter of [
    [reference('source-patient', one), reference('target-patient', other)],
    [{ name: 'resource', resource }],
  ]) {
    const answer = await says(parameter)
    assert.equal(answer.status, 202)
    assert.match(answer.text, /Un person biau’r ddau gofnod eisoes/)
  }
})

test('a record that is not open and one that does not exist are answered alike', async () => {
  const hidden = await here.store.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('id', 'not in', [...mairs, ...others])
    .execute()
  const absent = await says([reference('source-patient', mairs[0]!), reference('target-patient', idFor('no record'))])
  assert.deepEqual([absent.status, codeOf(absent)], [404, 'not-found'])
  let compared = 0
  for (const { id } of hidden) {
    const answer = await says([reference('source-patient', mairs[0]!), reference('target-patient', id)])
    if (answer.status !== 404) continue
    assert.equal(answer.text, absent.text)
    compared++
  }
  assert.ok(compared > 5)
})

test('what names no two records is refused', async () => {
  for (const parameter of [
    [],
    [reference('source-patient', mairs[0]!)],
    [reference('source-patient', 'x'), reference('target-patient', 'y')],
  ])
    assert.equal(codeOf(await says(parameter)), 'body-not-understood')
})

function reference(name: string, id: string) {
  return { name, valueReference: { reference: `Patient/${id}` } }
}

function says(parameter: readonly object[]): Promise<Answer> {
  const { issuer } = door
  const token = issuer.token(issuer.claims('sioned-evans', here.clock.now(), sionedsPost))
  const headers = { 'content-type': 'application/fhir+json' }
  const body = JSON.stringify({ resourceType: 'Parameters', parameter })
  return door.ask('/fhir/Patient/$merge', token, { method: 'POST', headers, body })
}

/** The council has entered Mair a second time, and somebody has found it. */
async function twiceAtTheCouncil(): Promise<void> {
  const key = { organisationId: seedId.organisation('cyngor-dyffryn-banadl'), localId: 'again' }
  const patient: Patient = { resourceType: 'Patient', name: [{ family: 'Pritchard', given: ['Mair'] }] }
  await transactionInTurn(here.store, async tx => {
    const { id } = await keepSourceRecord(tx, key, () => patient, undefined)
    const [first = ''] = await membersOf(tx, personId('mair-pritchard'))
    await linkRecords(tx, id, first, { decidedBy: 'Steffan Howells', reason: 'entered twice' })
  })
}

async function recordsOpenToSioned(person: string): Promise<string[]> {
  const seen = await here.look('sioned-evans', person, (tx, access) => sourceRecordsOf(tx, [access]))
  return seen.ok ? seen.value.flat().map(({ id }) => id) : []
}

async function personOfRecord(id: string): Promise<string | null> {
  const { personId: person } = await here.store.db
    .selectFrom('personLinkNow')
    .select('personId')
    .where('sourceRecordId', '=', id)
    .executeTakeFirstOrThrow()
  return person
}
