import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { personId, region } from '#test/kit.ts'
import { testChart } from '../resource/test-chart.ts'
import { bundleOf, codeOf } from '../test-door.ts'

const here = await region()
const { door, send, read, system, goal } = await testChart(here)
after(() => door.stop())

// A surgery's system writes down somebody of its own, and what was observed of her; an app of its has part of that.
const SURGERY = 'cyfeirio-llanfeilir'
const everything = await system()
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category'
const NOBODYS = 'b0b0b0b0-0000-4000-8000-000000000000'

/** Laboratory results are of one visit in June; the rest was observed in January, and not on a visit. */
const observation = (category: string, status = 'final', tag?: string) => ({
  resourceType: 'Observation',
  status,
  effectiveDateTime: category === 'laboratory' ? '2026-06-12T09:30:00Z' : '2026-01-05',
  ...(category === 'laboratory' && { encounter: { reference: `Encounter/${visit}` } }),
  ...(tag && { meta: { tag: [{ system: 'urn:tags', code: tag }] } }),
  category: [{ coding: [{ system: CATEGORY, code: category }] }],
  code: { coding: [{ system: 'http://loinc.org', code: category === 'laboratory' ? '718-7' : '8867-4' }] },
  subject,
})
const made = async (resource: object, token = everything) => {
  const { resourceType } = resource as { resourceType: string }
  const answer = await send('POST', resourceType, token, resource)
  assert.equal(answer.status, 201, answer.text)
  return String(answer.resource.id)
}

const who = await made({
  resourceType: 'Patient',
  identifier: [{ system: 'urn:surgery', value: 'S-1' }],
  name: [{ family: 'Bowen', given: ['Megan'] }],
})
const subject = { reference: `Patient/${who}` }
const visit = await made({ resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' }, subject })
const ids: string[] = []
for (const category of ['laboratory', 'vital-signs', 'social-history'])
  for (const status of ['final', 'amended']) ids.push(await made(observation(category, status)))
ids.push(await made(observation('laboratory', 'final', 'a')), await made(observation('survey', 'final', 'a')))
const [lab = '', , pulse = ''] = ids
const report = {
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'blood' },
  subject,
  result: [{ reference: `Observation/${lab}` }, { reference: `Observation/${pulse}` }],
}
const reported = await made(report)

test('whatever a scope asks for, an app finds with it what anybody finds who asks for that besides', async () => {
  const query = fc.constantFrom(
    `category=${CATEGORY}|laboratory`,
    'category=vital-signs,laboratory',
    'status=final',
    'status=final&category=laboratory',
    '_tag=urn:tags|a',
    'code=718-7',
    'category=nothing',
    'date=ge2026-03',
    'date=lt2026-03-01',
    'date=gt2026-01-05',
    'date=le2026-06-12T09:30:00Z',
    'date=ne2026-01-05&status=final',
    'date=sa2026-01,2026-01-05',
    'date=2027',
    `encounter=Encounter/${visit}`,
    `encounter=${visit}`,
    `encounter=Encounter/${NOBODYS}`,
    `patient=${who}&date=eb2026-06`,
    `subject=Patient/${who}`,
  )
  const asked = fc.constantFrom(
    '',
    'status=amended',
    'category=laboratory',
    '_sort=-_id',
    'code:not=8867-4',
    '_summary=count',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(query, { minLength: 1, maxLength: 3 }), asked, async (queries, search) => {
      const token = opened(queries.map(one => `system/Observation.rs?${one}`))
      const alone = await found(`Observation?_count=100&${search}`, token)
      const both = new Set<string>()
      for (const one of queries) for (const id of await found(`Observation?_count=100&${one}&${search}`)) both.add(id)
      if (search !== '_summary=count') assert.deepEqual(alone.toSorted(), [...both].toSorted())
      const total = async (token: string) => bundleOf(await read('Observation?_summary=count', token)).total
      const left = new Set((await Promise.all(queries.map(one => found(`Observation?_count=100&${one}`)))).flat())
      assert.equal(await total(token), left.size)
      for (const id of ids) assert.equal((await read(`Observation/${id}`, token)).status, left.has(id) ? 200 : 404)
    }),
    { numRuns: 12 },
  )
})

const laboratory = `category=${CATEGORY}|laboratory`
/** The same of what is here, asked by a code, by when it was, and by what it was part of. */
const QUERIES = [laboratory, 'date=ge2026-06-01', `encounter=Encounter/${visit}`]
const narrowBy = (query: string) =>
  opened([`system/Observation.cruds?${query}`, 'system/Patient.rs', 'system/DiagnosticReport.rs'])

test('what a scope does not leave is answered as what is not there, however it is asked for', async () => {
  for (const query of QUERIES) {
    const narrow = narrowBy(query)
    for (const path of ['', '/_history', '/_history/1']) {
      const [hidden, none] = [
        await read(`Observation/${pulse}${path}`, narrow),
        await read(`Observation/${NOBODYS}${path}`, narrow),
      ]
      assert.equal(hidden.status, 404)
      assert.equal(hidden.text, none.text)
      assert.equal((await read(`Observation/${lab}${path}`, narrow)).status, 200)
    }
    const removed = await door.ask(`/fhir/Observation/${pulse}`, narrow, { method: 'DELETE' })
    assert.equal(removed.status, 404)
    assert.equal((await patched(pulse, narrow)).status, 404)
    assert.equal((await read(`Observation/${pulse}`, everything)).status, 200)
  }
})

test('nothing sees through it: no chain, nothing that refers, nothing included, no history of all, no page of everything', async () => {
  for (const query of QUERIES) {
    const narrow = narrowBy(query)
    const finds = async (path: string, token = narrow) => (await read(path, token)).text
    assert.match(await finds('DiagnosticReport?result.code=718-7'), new RegExp(reported))
    assert.match(await finds('DiagnosticReport?result.code=8867-4', everything), new RegExp(reported))
    assert.doesNotMatch(await finds('DiagnosticReport?result.code=8867-4'), new RegExp(reported))
    const has = (code: string) => `Patient?_has:Observation:patient:code=${code}`
    assert.deepEqual((await found(has('718-7'), narrow)).length > 0, true)
    assert.deepEqual(await found(has('8867-4'), narrow), [])
    const at = (id: string) => `/fhir/Observation/${id}"`
    const beside = [
      'DiagnosticReport?_include=DiagnosticReport:result',
      `Patient?_id=${who}&_revinclude=Observation:patient`,
      `Patient/${who}/Observation`,
      `Patient/${who}/*?_type=Observation`,
      `Patient/${who}/$everything`,
      'Observation/_history',
    ]
    for (const path of beside) {
      const text = await finds(path)
      assert.ok(text.includes(at(lab)) && !text.includes(at(pulse)), path)
      assert.ok((await finds(path, everything)).includes(at(pulse)), path)
    }
    const reportsAlone = opened(['system/DiagnosticReport.rs', 'system/Patient.rs'])
    const text = await finds(
      `Patient?_id=${who}&_revinclude=Observation:patient&_revinclude=DiagnosticReport:patient`,
      reportsAlone,
    )
    assert.ok(text.includes(`DiagnosticReport/${reported}`) && !text.includes('/fhir/Observation/'))
  }
})

test('an app writes only what its scope would let it find, and makes nothing of that out of something else', async () => {
  for (const query of QUERIES) {
    const narrow = narrowBy(query)
    const beat = await made(observation('vital-signs'))
    const own = await made(observation('laboratory'), narrow)
    const other = await send('POST', 'Observation', narrow, observation('vital-signs'))
    assert.deepEqual([other.status, codeOf(other)], [403, 'beyond-scope'])
    const turned = await send('PUT', `Observation/${own}`, narrow, { ...observation('vital-signs'), id: own } as object)
    assert.equal(codeOf(turned), 'beyond-scope')
    const kept = await send('PUT', `Observation/${own}`, narrow, {
      ...observation('laboratory', 'amended'),
      id: own,
    } as object)
    assert.equal(kept.status, 200, kept.text)
    assert.equal((await patched(own, narrow)).status, 200)
    // What it was is not shown where it was something else then.
    await send('PUT', `Observation/${beat}`, everything, { ...observation('laboratory'), id: beat } as object)
    assert.equal((await read(`Observation/${beat}/_history/1`, narrow)).status, 404)
    assert.equal(bundleOf(await read(`Observation/${beat}/_history`, narrow)).entry?.length, 1)
    assert.equal(bundleOf(await read(`Observation/${beat}/_history`, everything)).entry?.length, 2)
    await send('PUT', `Observation/${beat}`, everything, { ...observation('vital-signs'), id: beat } as object)
    const entries = [
      { resource: observation('laboratory'), request: { method: 'POST', url: 'Observation' } },
      { resource: observation('vital-signs'), request: { method: 'POST', url: 'Observation' } },
      { request: { method: 'GET', url: `Observation/${lab}` } },
      { request: { method: 'GET', url: `Observation/${beat}` } },
    ]
    const batch = bundleOf(await bundled('batch', entries, narrow))
    assert.deepEqual(
      batch.entry?.map(({ response }) => response?.status.slice(0, 3)),
      ['201', '403', '200', '404'],
    )
    const before = (await found('Observation?_count=100')).length
    assert.equal((await bundled('transaction', entries.slice(0, 2), narrow)).status, 403)
    assert.equal((await found('Observation?_count=100')).length, before)
  }
})

test('a system takes away in bulk no more than its scope leaves, and is told of no more', async () => {
  for (const query of QUERIES) {
    later()
    later()
    const scoped = opened([`system/Observation.rs?${query}`])
    const began = await door.ask('/fhir/$export?_type=Observation', scoped)
    assert.equal(began.status, 202, began.text)
    const manifest = await read(String(began.headers['content-location']).split('/fhir/')[1] ?? '', scoped)
    const { output } = JSON.parse(manifest.text) as { output: { url: string; count: number }[] }
    assert.deepEqual(
      output.map(({ count }) => count),
      [(await found(`Observation?_count=100&${query}`)).length],
    )
    const file = await read(output[0]?.url.split('/fhir/')[1] ?? '', scoped, { accept: 'application/fhir+ndjson' })
    assert.ok(file.text.includes(lab) && !file.text.includes(pulse), file.text)
  }
})

test('an app that was opened for Mair reads and writes of her goals those that its scope leaves, and nobody else’s', async () => {
  const post = (await here.visitorOf('sioned-evans')).post?.id
  const named = { subject: 'sioned-evans', postId: post, app: 'dyddiadur-cerdded', grantId: undefined }
  const scopes = ['patient/Goal.cruds?lifecycle-status=active']
  door.given.set('hers', { ...named, tokenId: 'hers', patient: personId('mair-pritchard'), scopes })
  door.given.set('all', { ...named, tokenId: 'all', patient: undefined, scopes: ['user/*.cruds'] })
  const active = await made(goal('To walk'), 'hers')
  const planned = await made({ ...goal('To swim'), lifecycleStatus: 'planned' }, 'all')
  assert.deepEqual(await found('Goal?_count=100', 'hers'), [active])
  assert.equal((await found('Goal?_count=100', 'all')).length, 2)
  assert.equal((await read(`Goal/${planned}`, 'hers')).status, 404)
  const proposed = await send('POST', 'Goal', 'hers', { ...goal('To ride'), lifecycleStatus: 'proposed' } as object)
  assert.equal(codeOf(proposed), 'beyond-scope')
  door.given.set('trail', { ...named, tokenId: 'trail', patient: undefined, scopes: ['user/AuditEvent.rs?type=rest'] })
  const trail = await read(`AuditEvent?patient=${personId('mair-pritchard')}`, 'trail')
  assert.equal(trail.status, 403)
})

/** A token of the surgery's system, for so much. */
function opened(scopes: readonly string[]): string {
  const token = `scoped-${door.given.size}`
  const named = { subject: SURGERY, postId: undefined, app: SURGERY, grantId: undefined, patient: undefined }
  door.given.set(token, { ...named, tokenId: token, scopes })
  return token
}

async function found(path: string, token = everything): Promise<string[]> {
  const answer = await read(path, token)
  assert.equal(answer.status, 200, answer.text)
  return bundleOf(answer).entry?.map(({ resource }) => String(resource?.id)) ?? []
}

function patched(id: string, token: string) {
  return door.ask(`/fhir/Observation/${id}`, token, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'replace', path: '/status', value: 'corrected' }]),
  })
}

function bundled(type: 'batch' | 'transaction', entry: readonly object[], token: string) {
  return send('POST', '', token, { resourceType: 'Bundle', type, entry })
}

/** A minute passes. */
function later(): void {
  here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
}
