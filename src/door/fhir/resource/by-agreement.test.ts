import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { transaction } from '#ground/db/store.ts'
import { openToSystem } from '#record/sharing/to-system.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { people } from '#seed/region/people/index.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { letInLandlord, letInLandlordsClient } from '#work/telling/test-partner.ts'
import { bundleOf, codeOf, testDoor } from '../test-door.ts'

// The system of Mair's landlord reads with its own token; it was let in by two people for its housing officers.
const here = await region()
await here.send('mair-admitted.hl7')
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const mair = personId('mair-pritchard')
const GWENNOL = await transaction(here.store, tx => letInLandlordsClient(tx, 'gwennol'))
const NOBODYS = 'b0b0b0b0-0000-4000-8000-000000000000'

const token = () =>
  door.issuer.token({
    ...door.issuer.claims('gwennol', here.clock.now()),
    client_id: 'gwennol',
    scope: 'system/*.cruds',
  })
const read = (path: string, accept = 'application/fhir+json') =>
  door.ask(`/fhir/${path}`, token(), { headers: { accept } })
const send = (method: 'POST', path: string, resource: object) =>
  door.ask(`/fhir/${path}`, token(), {
    method,
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  })
const held = await sql<{
  id: string
  type: string
  record: string | null
  contributorId: string
  dataClass: DataClass
  personId: string | null
}>`
  select held.logical_id as id, held.type, held.contributor_id, held.data_class, held.source_record_id as record, link.person_id
  from chart_resource as held
  left join person_link_now as link on link.source_record_id = held.source_record_id`.execute(here.store.db)
const stay = held.rows.find(({ type, dataClass }) => type === 'Encounter' && dataClass === 'presence-in-hospital')
assert(stay)

test('before it is let in for a job, it reads of Mair nothing but what her landlord wrote itself', async () => {
  assert.equal((await read(`Encounter/${stay.id}`)).status, 404)
  const mairs = await read(`Patient/${mair}`)
  assert.equal(mairs.status, 200, mairs.text)
})

test('then it reads what a clause opens to that job, however it asks for Mair, and Mair reads by which clause', async () => {
  await transaction(here.store, tx =>
    letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
  )
  for (const path of ['', '/_history/1']) assert.equal((await read(`Encounter/${stay.id}${path}`)).status, 200)
  assert.equal(bundleOf(await read(`Encounter/${stay.id}/_history`)).entry?.length, 1)
  for (const path of [
    `Patient/${stay.record}/Encounter`,
    `Patient/${stay.record}/*?_type=Encounter`,
    `Patient/${mair}/$everything`,
  ]) {
    const answer = await read(path)
    assert.ok(answer.text.includes(`Encounter/${stay.id}`), `${path}: ${answer.text}`)
  }
  const { rows } = await sql<{ released: { because: { kind: string } }[]; actorName: string }>`
    select released, actor_name from trail_entry
    where person_id in (select id from person_now where person_id = (select person_id from person_now where id = ${mair}))
      and place = 'fhir' and allowed
    order by sequence desc limit 1`.execute(here.store.db)
  assert.equal(rows[0]?.actorName, 'gwennol')
  assert.ok(rows[0]?.released.some(({ because }) => because.kind === 'clause'))
})

const some = people.filter(({ key }, at) => key === 'mair-pritchard' || at % 4 === 0)

test('of everybody it reads one by one what agreements open to it and what its own wrote, and nothing else is there', async () => {
  const nobody = (type: string) => read(`${type}/${NOBODYS}`)
  let [open, closed] = [0, 0]
  for (const { key } of some) {
    const theirs = await transaction(here.store, tx =>
      openToSystem(tx, { actor: GWENNOL, role: 'housing-officer' }, personId(key)),
    )
    for (const one of held.rows.filter(row => row.personId === personId(key))) {
      const isOpen =
        one.contributorId === GWENNOL.organisationId || theirs?.covers(one.contributorId, one.dataClass) === true
      const answer = await read(`${one.type}/${one.id}`)
      assert.equal(answer.status, isOpen ? 200 : 404, `${one.type} ${one.dataClass} of ${key}`)
      if (!isOpen) assert.equal(answer.text, (await nobody(one.type)).text)
      if (isOpen) open++
      else closed++
    }
  }
  assert.ok(open > 0 && closed > 0)
})

test('a search that names nobody finds its own alone, and it writes over nobody else’s', async () => {
  assert.ok(!(await read('Encounter')).text.includes(stay.id))
  assert.ok(!(await read('Encounter/_history')).text.includes(stay.id))
  const answer = await door.ask(`/fhir/Encounter/${stay.id}`, token(), { method: 'DELETE' })
  assert.deepEqual([answer.status, codeOf(answer)], [404, 'not-found'])
})

test('it takes away of those whom a group of its own names what agreements open of them, and no more', async () => {
  const own = held.rows.find(row => row.contributorId === GWENNOL.organisationId && row.personId === mair)
  assert(own?.record)
  const group = await send('POST', 'Group', {
    resourceType: 'Group',
    type: 'person',
    actual: true,
    member: [{ entity: { reference: `Patient/${own.record}` } }],
  })
  assert.equal(group.status, 201, group.text)
  here.clock.move(new Date(here.clock.now().getTime() + 120_000).toISOString())
  const lines = async (path: string) => {
    const began = await read(path)
    assert.equal(began.status, 202, began.text)
    const manifest = await read(began.headers['content-location']?.split('/fhir/')[1] ?? '')
    const { output } = manifest.resource as unknown as { output: { type: string; url: string; count: number }[] }
    const all: { resourceType: string; id: string }[] = []
    for (const { url, count } of output) {
      const some = (await read(url.split('/fhir/')[1] ?? '', '*/*')).text.trimEnd().split('\n')
      assert.equal(some.length, count)
      all.push(...some.map(line => JSON.parse(line)))
    }
    return all
  }
  const theirs = await transaction(here.store, tx =>
    openToSystem(tx, { actor: GWENNOL, role: 'housing-officer' }, mair),
  )
  const open = held.rows.filter(
    row =>
      row.personId === mair &&
      (row.contributorId === GWENNOL.organisationId || theirs?.covers(row.contributorId, row.dataClass)),
  )
  const taken = await lines(`Group/${group.resource.id}/$export`)
  const named = (all: readonly { id: string }[]) => all.map(({ id }) => id).toSorted()
  assert.deepEqual(named(taken), named(open))
  assert.ok(named(taken).includes(stay.id))
  for (const one of taken) {
    const { meta: _, ...asRead } = JSON.parse((await read(`${one.resourceType}/${one.id}`)).text)
    const { meta: __, ...asTaken } = one as typeof asRead
    assert.deepEqual(asTaken, asRead)
  }
  assert.ok(!named(await lines('$export?_type=Patient,Encounter')).includes(stay.id))
})

test('what Mair refuses to anybody there is as if it were not there, from the next request on', async () => {
  await sql`
    insert into wish (id, person_id, kind, organisation_id, data_classes, made_by, made_at)
    values (gen_random_uuid(), ${mair}, 'refuse', ${GWENNOL.organisationId}, ${['presence-in-hospital']}::text[],
            ${seedId.account('mair-pritchard')}, ${here.clock.now()})`.execute(here.store.db)
  const [refused, none] = [await read(`Encounter/${stay.id}`), await read(`Encounter/${NOBODYS}`)]
  assert.deepEqual([refused.status, refused.text], [404, none.text])
  for (const path of [`Patient/${stay.record}/Encounter`, `Patient/${mair}/$everything`])
    assert.ok(!(await read(path)).text.includes(`Encounter/${stay.id}`), path)
})
