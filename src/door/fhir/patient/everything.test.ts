import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, FhirResource } from 'fhir/r4.js'
import { validate } from '#ground/fhir/validate/validate.ts'
import { personId } from '#test/kit.ts'
import { linkOf, okOf, searchedRegion } from '../search/test-search.ts'
import { type Answer, codeOf } from '../test-door.ts'

const { here, door, surgery, as, sioned, gwyneth, sian, pressure, weight, late } = await searchedRegion()
after(() => door.stop())
const mair = personId('mair-pritchard')

/** Gwyneth's blood pressure was taken by a nurse of the surgery, of whom nothing is said but who she is. */
const [nurse, body] = [
  await send('Practitioner', { name: [{ family: 'Gwen' }] }),
  await send('Organization', { name: 'Llanfeilir' }),
]
const role = await send('PractitionerRole', {
  practitioner: { reference: `Practitioner/${nurse.id}` },
  organization: { reference: `Organization/${body.id}` },
})
const seen = await send('Encounter', {
  status: 'finished',
  class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
  subject: { reference: `Patient/${gwyneth.id}` },
  participant: [{ individual: { reference: `PractitionerRole/${role.id}` } }],
  period: { start: '2025-05-01', end: '2025-05-01' },
})
const allergy = await send('AllergyIntolerance', {
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  patient: { reference: `Patient/${gwyneth.id}` },
})

test('everything of Gwyneth is her Patient, what is about her, and the worker and the surgery it leads to; nothing of Siân', async () => {
  const page = okOf(await everything(gwyneth.id))
  assert.deepEqual(namesIn(page, 'match'), names(gwyneth, pressure, seen, allergy))
  assert.deepEqual(namesIn(page, 'include'), names(nurse, body, role))
  assert.equal(linkOf(page, 'next'), undefined)
  assert.deepEqual(
    validate(page).filter(({ severity }) => severity === 'error'),
    [],
  )
})

test('page by page it is the same, and a page mark is for one reader and one question', async () => {
  const met: string[] = []
  let next: string | undefined = `/fhir/Patient/${gwyneth.id}/$everything?_count=1`
  let mark = ''
  for (let pages = 0; next !== undefined; pages++) {
    assert.ok(pages < 10)
    const page: Bundle = okOf(await door.ask(next.replace(/^https:\/\/[^/]+/, ''), surgery))
    met.push(...namesIn(page, 'match'))
    next = linkOf(page, 'next')
    mark ||= new URL(next ?? 'https://none.example').searchParams.get('_cursor') ?? ''
  }
  assert.deepEqual(met.toSorted(), names(gwyneth, pressure, seen, allergy))
  for (const answer of [
    await everything(sian.id, `?_count=1&_cursor=${mark}`),
    await everything(gwyneth.id, `?_type=Observation&_cursor=${mark}`),
    await everything(gwyneth.id, `?_cursor=${mark}A`),
  ])
    assert.equal(codeOf(answer), 'cursor-not-taken')
})

test('of a time, what was then and what says no time; of some types, those; since a moment, what was written later', async () => {
  const some = async (query: string) => namesIn(okOf(await everything(gwyneth.id, query)), 'match')
  assert.deepEqual(await some('?start=2026-01-01'), names(gwyneth, pressure, allergy))
  assert.deepEqual(await some('?end=2025'), names(gwyneth, seen, allergy))
  assert.deepEqual(await some('?start=2025-05-02&end=2025-12'), names(gwyneth, allergy))
  assert.deepEqual(await some('?_type=Observation,Encounter'), names(pressure, seen))
  assert.deepEqual(await some('?_since=2099-01-01T00:00:00Z'), names(gwyneth))
  const page = okOf(await everything(gwyneth.id, '?_type=Encounter'))
  assert.deepEqual(namesIn(page, 'include'), [])
  for (const query of ['?start=ddoe', '?_since=2026-01-01', '?_type=Gool', '?_count=0'])
    assert.equal(codeOf(await everything(gwyneth.id, query)), 'wrong-value', query)
  assert.equal(codeOf(await everything(gwyneth.id, '?_colour=red')), 'unknown-parameter')
})

test('it may be asked by Parameters too', async () => {
  const parameter = [
    { name: '_type', valueString: 'Observation' },
    { name: 'start', valueDate: '2026-01-01' },
  ]
  const answer = await door.ask(`/fhir/Patient/${gwyneth.id}/$everything`, surgery, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType: 'Parameters', parameter }),
  })
  assert.deepEqual(namesIn(okOf(answer), 'match'), names(pressure))
})

test('a social worker sees of Mair what her council may see, as a search finds it, and it stands once in Mair’s trail', async () => {
  const before = await copies()
  const page = okOf(await everything(mair, '', sioned))
  assert.equal(await copies(), before + 1)
  const resources = (page.entry ?? []).map(({ resource }) => resource as FhirResource)
  const types = [...new Set(resources.map(({ resourceType }) => resourceType))]
  assert.ok(types.includes('Patient') && types.length > 1, String(types))
  for (const type of types) {
    const ids = resources.filter(({ resourceType }) => resourceType === type).map(({ id }) => id)
    const found = okOf(await door.ask(`/fhir/${type}?_id=${ids.join(',')}&_count=500`, sioned))
    const wholes = resources.filter(({ resourceType }) => resourceType === type)
    for (const whole of wholes) {
      const same = found.entry?.find(({ resource }) => resource?.id === whole.id)?.resource
      assert.deepEqual(same, whole)
    }
  }
  const all = okOf(await everything(mair, '', as('mair-pritchard')))
  const hidden = (all.entry ?? []).filter(({ fullUrl }) => !page.entry?.some(one => one.fullUrl === fullUrl))
  assert.ok(hidden.length > 0)
})

test('whom one may not see is as who does not exist, byte for byte; both are in a trail', async () => {
  for (const query of ['', '?_count=1', '?_type=Observation']) {
    const hidden = await everything(gwyneth.id, query, sioned)
    const absent = await everything('nobody-at-all', query, sioned)
    assert.deepEqual([hidden.status, hidden.text], [404, absent.text])
    assert.deepEqual(hidden.headers['content-length'], absent.headers['content-length'])
  }
})

test('a token for some types gets those, one for less than a type it names is refused, and nobody gets everybody', async () => {
  const post = (await here.visitorOf('sioned-evans')).post?.id
  const narrow = as('sioned-evans', post, 'user/Patient.r user/Encounter.r')
  const types = (okOf(await everything(mair, '', narrow)).entry ?? []).map(({ resource }) => resource?.resourceType)
  assert.ok(
    types.every(type => type === 'Patient' || type === 'Encounter'),
    String(types),
  )
  assert.equal(codeOf(await everything(mair, '?_type=Observation', narrow)), 'scope-too-narrow')
  assert.equal(codeOf(await everything(mair, '', as('sioned-evans', post, 'user/Observation.r'))), 'scope-too-narrow')
  assert.equal(codeOf(await door.ask('/fhir/Patient/$everything', sioned)), 'everything-of-one')
  assert.ok(late.id !== weight.id)
})

function everything(id: string | undefined, query = '', token: string | Promise<string> = surgery): Promise<Answer> {
  return Promise.resolve(token).then(token => door.ask(`/fhir/Patient/${id}/$everything${query}`, token))
}

async function send(resourceType: string, resource: object): Promise<FhirResource> {
  const answer = await door.ask(`/fhir/${resourceType}`, surgery, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType, ...resource }),
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.resource
}

function names(...resources: readonly FhirResource[]): string[] {
  return resources.map(({ resourceType, id }) => `${resourceType}/${id}`).toSorted()
}

function namesIn(page: Bundle, mode: string): string[] {
  return names(
    ...(page.entry ?? []).flatMap(one =>
      one.search?.mode === mode && one.resource ? [one.resource as FhirResource] : [],
    ),
  )
}

async function copies(): Promise<number> {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select('id')
    .where('personId', 'in', here.store.db.selectFrom('personNow').select('id').where('personId', '=', mair))
    .where('action', '=', 'export')
    .execute()
  return rows.length
}
