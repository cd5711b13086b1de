import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Provenance } from 'fhir/r4.js'
import { sql } from 'kysely'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { bundleOf, codeOf, ORIGIN } from '../test-door.ts'
import { testChart } from './test-chart.ts'

// Mair has been taken into hospital; her social worker, and she herself, write goals through an app.
const here = await region()
const { door, mairs, as, send, read, goal, system } = await testChart(here)
after(() => door.stop())
await here.send('mair-admitted.hl7')
const post = (await here.visitorOf('sioned-evans')).post?.id
const sioned = as('sioned-evans', post)
const mair = as('mair-pritchard')
const made = await send('POST', 'Goal', sioned, goal('To walk to chapel'))
const id = made.resource.id ?? ''
await send('PUT', `Goal/${id}`, sioned, { ...goal('To walk to chapel and back'), id })
const first = `${id}.1`

test('of what Sioned wrote through an app is told that she did, in her job, for the council, and when', async () => {
  const answer = await read(`Provenance/${first}`, sioned)
  assert.equal(answer.status, 200, answer.text)
  const { meta, extension, ...rest } = answer.resource as Provenance
  const council = {
    type: 'Organization',
    identifier: { system: 'https://cydofal.example/fhir/organisation', value: 'cyngor-dyffryn-banadl' },
    display: 'Dyffryn Banadl County Council',
    _display: {
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: 'cy' },
            { url: 'content', valueString: 'Cyngor Sir Dyffryn Banadl' },
          ],
        },
      ],
    },
  }
  const part = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code }],
  })
  assert.deepEqual(rest, {
    resourceType: 'Provenance',
    id: first,
    target: [{ reference: `Goal/${id}/_history/1`, type: 'Goal' }],
    recorded: here.clock.now().toISOString(),
    activity: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'CREATE' }] },
    agent: [
      {
        type: part('author'),
        role: [{ coding: [{ system: 'https://cydofal.example/fhir/CodeSystem/role', code: 'social-worker' }] }],
        who: {
          reference: `Practitioner/${seedId.account('sioned-evans')}`,
          type: 'Practitioner',
          display: 'Sioned Evans',
        },
        onBehalfOf: council,
      },
      {
        type: part('assembler'),
        who: { type: 'Device', identifier: { system: 'https://cydofal.example/fhir/app', value: 'an-app' } },
        onBehalfOf: council,
      },
    ],
  })
  assert.equal(extension?.[0]?.valueReference?.reference, `Patient/${mairs?.id}`)
  assert.deepEqual(meta, { versionId: '1', lastUpdated: here.clock.now().toISOString() })
})

test('of what she changed, what stood there before; of what she deleted, that she did', async () => {
  const removed = (await send('POST', 'Goal', sioned, goal('To drive'))).resource.id ?? ''
  await door.ask(`/fhir/Goal/${removed}`, sioned, { method: 'DELETE' })
  const changed = (await read(`Provenance/${id}.2`, sioned)).resource as Provenance
  assert.deepEqual(
    [changed.activity?.coding?.[0]?.code, changed.entity],
    ['UPDATE', [{ role: 'revision', what: { reference: `Goal/${id}/_history/1`, type: 'Goal' } }]],
  )
  const gone = found(await read(`Provenance?target=Goal/${removed}&_sort=-recorded`, sioned))
  assert.deepEqual(gone.map(({ activity }) => activity?.coding?.[0]?.code).toSorted(), ['CREATE', 'DELETE'])
})

test('of what the hospital’s system sent is told which did, for which health board, and in what message', async () => {
  const { rows } = await sql<{ messageId: string; id: string; senderId: string }>`
    select message_id, resource_id as id, sender_id from resource_version where message_id is not null limit 1`.execute(
    here.store.db,
  )
  const [row] = rows
  const sent = (await read(`Provenance/${row?.id}.1`, mair)).resource as Provenance
  assert.deepEqual(
    sent.agent.map(({ type, who }) => [type?.coding?.[0]?.code, who.reference ?? who.identifier?.value, who.display]),
    [
      ['author', 'bwrdd-iechyd', 'Glan Hafren Health Board'],
      ['transmitter', `Device/${row?.senderId}`, 'GHPAS'],
    ],
  )
  assert.deepEqual(
    sent.entity?.map(({ role, what }) => [role, what.identifier?.value]),
    [['source', `urn:uuid:${row?.messageId}`]],
  )
})

test('of what Mair wrote herself is told that she did; whoever else writes for her is not named to others', async () => {
  const own = (await send('POST', 'Goal', mair, goal('To see the sea'))).resource.id
  const agent = ((await read(`Provenance/${own}.1`, mair)).resource as Provenance).agent[0]
  assert.deepEqual([agent?.who, agent?.onBehalfOf], [{ reference: `Patient/${mairs?.id}`, type: 'Patient' }, undefined])
})

test('it is found by what it is of, by whom it is about, by who wrote it, by when, and by its id', async () => {
  const about = (query: string) => ids(`Provenance?target=Goal/${id}&${query}`, sioned)
  const both = [`${id}.1`, `${id}.2`].toSorted()
  assert.deepEqual(await about(''), both)
  const day = here.clock.now().toISOString().slice(0, 10)
  for (const query of [
    `patient=${mairs?.id}`,
    `agent=Practitioner/${seedId.account('sioned-evans')}`,
    'agent-type=author',
    'agent-role=https://cydofal.example/fhir/CodeSystem/role|social-worker',
    'agent:identifier=https://cydofal.example/fhir/app|an-app',
    `recorded=${day}`,
    `_lastUpdated=ge${day}`,
    '_sort=-recorded,_id',
    'agent:missing=false',
    'target:Goal.lifecycle-status=active',
  ]) {
    assert.deepEqual(await about(query), both, query)
  }
  for (const query of [
    'agent-type=transmitter',
    `recorded=lt${day}`,
    'agent=Practitioner/nobody',
    'location:missing=false',
  ])
    assert.deepEqual(await about(query), [], query)
  assert.deepEqual(await ids(`Provenance?_id=${first}`, sioned), [first])
  assert.deepEqual(await ids(`Provenance?entity=Goal/${id}`, sioned), [`${id}.2`])
  assert.ok((await ids(`Patient/${mairs?.id}/Provenance?_count=500`, sioned)).includes(first))
  assert.equal((await read('Provenance?written-by=me', sioned)).status, 400)
})

test('it comes with what it is of, and goes on to that', async () => {
  const goals = bundleOf(await read(`Goal?_id=${id}&_revinclude=Provenance:target`, sioned)).entry ?? []
  assert.deepEqual(
    goals.map(({ resource, search }) => [resource?.id, search?.mode]).toSorted(),
    [
      [id, 'match'],
      [`${id}.1`, 'include'],
      [`${id}.2`, 'include'],
    ].toSorted(),
  )
  const back = bundleOf(
    await read(`Provenance?_id=${first}&_include=Provenance:target&_include=Provenance:patient`, sioned),
  )
  assert.deepEqual(
    back.entry
      ?.slice(1)
      .map(({ resource }) => resource?.resourceType)
      .toSorted(),
    ['Goal', 'Patient'],
  )
  const has = `_has:Provenance:target:agent=Practitioner/${seedId.account('sioned-evans')}`
  assert.deepEqual(await ids(`Goal?_id=${id}&${has}`, sioned), [id])
  assert.deepEqual(await ids(`Goal?_id=${id}&_has:Provenance:target:agent-type=transmitter`, sioned), [])
})

test('what an app writes itself stands beside it, and nobody writes over what is told', async () => {
  const own = {
    resourceType: 'Provenance',
    target: [{ reference: `Goal/${id}` }],
    recorded: '2026-11-20T09:00:00Z',
    agent: [{ who: { display: 'Siop y pentref' } }],
  }
  const kept = await send('POST', 'Provenance', sioned, own)
  assert.equal(kept.status, 201, kept.text)
  assert.deepEqual(
    await ids(`Provenance?target=Goal/${id}`, sioned),
    [kept.resource.id ?? '', `${id}.1`, `${id}.2`].toSorted(),
  )
  assert.deepEqual(await ids(`Provenance?target=Goal/${id}&recorded=2026-11-20`, sioned), [kept.resource.id])
  const over = await send('PUT', `Provenance/${first}`, sioned, { ...own, id: first })
  const away = await door.ask(`/fhir/Provenance/${first}`, sioned, { method: 'DELETE' })
  const nobodys = await send('PUT', `Provenance/${seedId.account('nobody')}.1`, sioned, {
    ...own,
    id: `${seedId.account('nobody')}.1`,
  })
  for (const answer of [over, away, nobodys]) assert.deepEqual([answer.status, codeOf(answer)], [405, 'only-read'])
  assert.equal(
    (await read(`Provenance/${first}`, sioned)).text,
    (await read(`Provenance/${first}/_history/1`, sioned)).text,
  )
  // A condition is met by what is kept alone: what nobody writes is in nobody's way.
  const unless = { 'if-none-exist': `target=Goal/${id}&recorded=ge2026-11-21` }
  assert.equal((await send('POST', 'Provenance', sioned, own, unless)).status, 201)
})

test('all of them are met once, page by page, whatever they are sorted by, and counted as they are', async () => {
  for (const query of ['', '&_sort=recorded', '&_sort=-_lastUpdated', '&_sort=agent,target']) {
    const whole = await ids(`Provenance?patient=${mairs?.id}&_count=500${query}`, sioned)
    const { total } = bundleOf(await read(`Provenance?patient=${mairs?.id}&_total=accurate`, sioned))
    assert.equal(total, whole.length)
    const paged: string[] = []
    for (let next: string | undefined = `/fhir/Provenance?patient=${mairs?.id}&_count=3${query}`; next; ) {
      const page = bundleOf(await door.ask(next, sioned))
      paged.push(...(page.entry ?? []).map(({ resource }) => resource?.id ?? ''))
      next = page.link?.find(({ relation }) => relation === 'next')?.url.replace(ORIGIN, '')
    }
    assert.deepEqual(paged.toSorted(), whole, query)
  }
})

test('whoever may not see what it is of is answered as for what does not exist', async () => {
  const stranger = as('owen-griffiths')
  const nobody = `${seedId.account('nobody')}.1`
  const [hidden, absent] = [await read(`Provenance/${first}`, stranger), await read(`Provenance/${nobody}`, stranger)]
  assert.deepEqual([hidden.status, hidden.text], [404, absent.text])
  assert.deepEqual(await ids(`Provenance?target=Goal/${id}`, stranger), [])
  assert.deepEqual(await ids(`Provenance?agent=Practitioner/${seedId.account('sioned-evans')}`, stranger), [])
})

test('a scope binds it by itself and by what it is of', async () => {
  const scoped = (scope: string) => {
    const who = { subject: 'sioned-evans', postId: post, app: 'dyddiadur-cerdded', grantId: undefined }
    const patient = personId('mair-pritchard')
    const token = `token-${door.given.size}`
    door.given.set(token, { ...who, tokenId: token, patient, scopes: scope.split(' ') })
    return token
  }
  const statuses = async (scope: string) => [
    (await read(`Provenance/${first}`, scoped(scope))).status,
    bundleOf(await read(`Provenance?target=Goal/${id}&_total=accurate`, scoped(scope))).total ?? 'refused',
  ]
  assert.deepEqual(await statuses('patient/Provenance.rs patient/Goal.rs'), [200, 4])
  // Without the goals themselves only what an app wrote down of them is left.
  assert.deepEqual(await statuses('user/Provenance.rs'), [404, 2])
  assert.deepEqual(await statuses('user/Provenance.rs user/Goal.rs?lifecycle-status=active'), [404, 2])
  assert.deepEqual(await statuses('user/Provenance.rs patient/Goal.rs'), [404, 2])
  assert.deepEqual(await statuses('user/Goal.rs'), [403, 'refused'])
})

test('that somebody read it is in Mair’s trail', async () => {
  await read(`Provenance/${first}`, sioned)
  const { rows } = await sql<{ request: string; allowed: boolean }>`
    select through ->> 'request' as request, allowed from trail_entry
    where person_id = ${personId('mair-pritchard')} order by sequence desc limit 1`.execute(here.store.db)
  assert.deepEqual(rows, [{ request: `/fhir/Provenance/${first}`, allowed: true }])
})

test('of what a system writes of its own people is told of their Patient as well', async () => {
  const token = system()
  const patient = await send('PUT', 'Patient/tarddiad-1', token, {
    resourceType: 'Patient',
    id: 'tarddiad-1',
    identifier: [{ system: 'urn:llanfeilir', value: 'tarddiad-1' }],
  })
  assert.equal(patient.status, 201, patient.text)
  const [one] = found(await read('Provenance?target=Patient/tarddiad-1', token))
  assert.deepEqual(
    [one?.target[0]?.reference, one?.agent.map(({ type }) => type?.coding?.[0]?.code)],
    ['Patient/tarddiad-1/_history/1', ['author', 'transmitter']],
  )
  assert.equal((await read(`Provenance/${one?.id}`, token)).status, 200)
})

function found(answer: Awaited<ReturnType<typeof read>>): Provenance[] {
  return (bundleOf(answer).entry ?? []).map(({ resource }) => resource as Provenance)
}

async function ids(path: string, token: string): Promise<string[]> {
  const answer = await read(path, token)
  assert.equal(answer.status, 200, answer.text)
  return (bundleOf(answer).entry ?? [])
    .filter(({ search }) => search?.mode === 'match')
    .map(({ resource }) => resource?.id ?? '')
    .toSorted()
}
