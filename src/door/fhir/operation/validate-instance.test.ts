import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Goal, OperationOutcome } from 'fhir/r4.js'
import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { personId, region } from '#test/kit.ts'
import { testChart } from '../resource/test-chart.ts'
import type { Answer } from '../test-door.ts'

const here = await region()
const { door, as, system, send, read, goal, subject } = await testChart(here)
after(() => door.stop())
const sioned = as('sioned-evans', (await here.visitorOf('sioned-evans')).post?.id)
const made = (await send('POST', 'Goal', await sioned, goal('Cerdded i’r capel'))).resource as Goal

const ask = async (sent: object, id = made.id, token = sioned) =>
  send('POST', `Goal/${id}/$validate`, await token, sent)
const mode = (valueCode: string, resource?: object) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'mode', valueCode }, ...(resource ? [{ name: 'resource', resource }] : [])],
})
const whatIsSaid = ({ status, resource }: Answer) => {
  const [issue] = (resource as OperationOutcome).issue
  return [status, issue?.severity, issue?.details?.coding?.[0]?.code]
}

test('whether something would be taken in the place of what is there is answered as if it were sent, and nothing changes', async () => {
  const before = await stored()
  const next = { ...goal('Cerdded i’r siop'), id: made.id }
  for (const sent of [next, mode('update', next), mode('create', goal('Un arall')), mode('delete')])
    assert.deepEqual(whatIsSaid(await ask(sent)), [200, 'information', undefined])
  assert.deepEqual(await stored(), before)
  assert.deepEqual((await read(`Goal/${made.id}`, await sioned)).resource, made)
  const wrong = { ...next, lifecycleStatus: 'gone' }
  assert.deepEqual(whatIsSaid(await ask(wrong)), [200, 'error', 'invalid.unknownCode'])
  assert.deepEqual(await stored(), before)
})

test('what would be refused is told with its reason: another’s, about nobody, nothing to delete', async () => {
  const mine = await system()
  const next = { ...goal('Cerdded'), id: made.id }
  const asOther = await ask(
    mode('update', next),
    made.id,
    as('owen-griffiths', (await here.visitorOf('owen-griffiths')).post?.id),
  )
  const really = await send(
    'PUT',
    `Goal/${made.id}`,
    await as('owen-griffiths', (await here.visitorOf('owen-griffiths')).post?.id),
    next,
  )
  assert.equal(whatIsSaid(asOther)[2], whatIsSaid(really)[2])
  const nobodys = { ...next, subject: { reference: `Patient/${idFor('nobody has this')}` } }
  assert.deepEqual(whatIsSaid(await ask(mode('update', nobodys))), [200, 'error', 'about-whom'])
  assert.deepEqual(whatIsSaid(await ask(mode('delete'), idFor('nothing has this'))), [200, 'error', 'not-found'])
  assert.deepEqual(whatIsSaid(await ask(mode('delete'), made.id, mine)), [200, 'error', 'not-found'])
  assert.deepEqual(whatIsSaid(await ask(mode('ponder'))), [400, 'error', 'body-not-understood'])
  assert.deepEqual(whatIsSaid(await ask(mode('update'))), [400, 'error', 'body-not-understood'])
})

test('that it was asked is in Mair’s trail, although nothing was done', async () => {
  const before = await looks()
  await ask({ ...goal('Cerdded'), id: made.id })
  assert.equal(await looks(), before + 1)
  assert.ok(subject.reference.startsWith('Patient/'))
})

/** How much is stored: of resources, versions and what they are found by. */
async function stored() {
  const { rows } = await sql`
    select (select count(*) from resource) as resources, (select count(*) from resource_version) as versions,
           (select count(*) from index_string) as strings, (select count(*) from index_token) as tokens`.execute(
    here.store.db,
  )
  return rows
}

async function looks(): Promise<number> {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select('id')
    .where(
      'personId',
      'in',
      here.store.db.selectFrom('personNow').select('id').where('personId', '=', personId('mair-pritchard')),
    )
    .where('action', '=', 'look')
    .execute()
  return rows.length
}
