import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FhirResource } from 'fhir/r4.js'
import { codeOf } from '../test-door.ts'
import { modes, searchedRegion } from './test-search.ts'

const { door, surgery, sioned, as, gwyneth, sian, pressure, weight, late, kept, search, finds } = await searchedRegion()
after(() => door.stop())

// How somebody is at home, asked by a form of which there were two versions; and a plan that uses it.
const FORM = 'https://llanfeilir.example/Questionnaire/gartref'
const [first, second] = [
  await kept('Questionnaire', { url: FORM, version: '1.4', status: 'retired', title: 'Gartref' }),
  await kept('Questionnaire', { url: FORM, version: '2.0', status: 'active', title: 'Gartref, yr ail' }),
]
const plan = await kept('PlanDefinition', {
  url: 'https://llanfeilir.example/PlanDefinition/gartref',
  status: 'active',
  name: 'Gartref',
  action: [{ definitionCanonical: `${FORM}|2.0` }],
})
const answered = (canonical: string, patient = sian) =>
  kept('QuestionnaireResponse', {
    questionnaire: canonical,
    status: 'completed',
    subject: { reference: `Patient/${patient.id}` },
  })
const then = await answered(`${FORM}|1.4`)
const now = await answered(`${FORM}|2.0`, gwyneth)
const either = await answered(FORM)
const unknown = await answered('https://elsewhere.example/Questionnaire/arall')
const washed = await kept('Procedure', {
  status: 'completed',
  subject: { reference: `Patient/${sian.id}` },
  instantiatesCanonical: ['https://llanfeilir.example/PlanDefinition/gartref'],
})

test('what was asked is found by the form that it was asked by, in a version and in any', async () => {
  await finds(`QuestionnaireResponse?questionnaire=${FORM}`, [then, now, either])
  await finds(`QuestionnaireResponse?questionnaire=${FORM}|2.0`, [now])
  await finds(`QuestionnaireResponse?questionnaire:below=${FORM}|1`, [then])
  await finds(`QuestionnaireResponse?questionnaire:above=${FORM}|2.0.1`, [now])
  await finds(`QuestionnaireResponse?questionnaire:below=${FORM}|1.40`, [])
  await finds('QuestionnaireResponse?questionnaire:below=https://llanfeilir.example', [then, now, either])
})

test('an address leads on to what it is the address of, in the version that it says', async () => {
  await finds('QuestionnaireResponse?questionnaire.status=active', [now, either])
  await finds('QuestionnaireResponse?questionnaire:Questionnaire.title=gartref', [then, now, either])
  await finds('QuestionnaireResponse?questionnaire.title:exact=Gartref', [then, either])
  await finds('QuestionnaireResponse?_filter=questionnaire.version eq 2.0', [now, either])
  await finds('Procedure?instantiates-canonical:PlanDefinition.name=gartref', [washed])
  await finds('Procedure?instantiates-canonical:PlanDefinition.definition:Questionnaire.status=active', [washed])
  await finds('Procedure?instantiates-canonical:PlanDefinition.definition:Questionnaire.status=retired', [])
})

test('and back, to what gives that address', async () => {
  await finds('Questionnaire?_has:QuestionnaireResponse:questionnaire:patient.given=sian', [first, second])
  await finds('Questionnaire?_has:QuestionnaireResponse:questionnaire:patient.given=gwyneth', [second])
  await finds('Patient?_has:QuestionnaireResponse:patient:questionnaire.status=active', [gwyneth, sian])
  await finds('Questionnaire?_has:PlanDefinition:definition:name=gartref', [second])
})

test('what an address means comes with it, and what gives one', async () => {
  const at = async (path: string, match: readonly FhirResource[], include: readonly FhirResource[]) =>
    assert.deepEqual(modes(await search(path)), {
      match: match.map(({ id }) => id).toSorted(),
      include: include.map(({ id }) => id).toSorted(),
    })
  const form = `QuestionnaireResponse?questionnaire=${FORM}|2.0`
  await at(`${form}&_include=QuestionnaireResponse:questionnaire`, [now], [second])
  await at(`${form}&_include=QuestionnaireResponse:questionnaire:Questionnaire`, [now], [second])
  await at(`${form}&_include=*`, [now], [second, gwyneth])
  await at(`QuestionnaireResponse?_id=${unknown.id}&_include=QuestionnaireResponse:questionnaire`, [unknown], [])
  await at(`Questionnaire?_id=${first.id}&_revinclude=QuestionnaireResponse:questionnaire`, [first], [then, either])
  await at(
    `Procedure?_id=${washed.id}&_include=Procedure:instantiates-canonical&_include:iterate=PlanDefinition:definition`,
    [washed],
    [plan, second],
  )
})

// A home with a wing, and a room in that; and a day room, which is apart.
const place = (name: string, partOf?: FhirResource) =>
  kept('Location', { name, status: 'active', ...(partOf && { partOf: { reference: `Location/${partOf.id}` } }) })
const home = await place('Cartref')
const wing = await place('Adain')
await replaced(wing, { partOf: { reference: `Location/${home.id}` } })
const room = await place('Ystafell', wing)
const apart = await place('Lolfa')
const stay = (at: FhirResource) =>
  kept('Encounter', {
    status: 'finished',
    class: { code: 'IMP' },
    subject: { reference: `Patient/${sian.id}` },
    location: [{ location: { reference: `Location/${at.id}` } }],
  })
const [inHome, inRoom, inApart] = [await stay(home), await stay(room), await stay(apart)]

test('a place is found with all that is in it, and with all that it is in', async () => {
  await finds(`Encounter?location:below=Location/${home.id}`, [inHome, inRoom])
  await finds(`Encounter?location:below=${wing.id}`, [inRoom])
  await finds(`Encounter?location:above=${room.id}`, [inHome, inRoom])
  await finds(`Encounter?location:above=${apart.id}`, [inApart])
  await finds(`Location?partof:below=${home.id}`, [wing, room])
  await finds(`Patient?_has:Encounter:patient:location:below=${wing.id}`, [sian])
  for (const query of ['location:below=Patient/1', 'subject:below=Patient/1', 'appointment:above=1'])
    assert.equal(codeOf(await door.ask(`/fhir/Encounter?${query}`, surgery)), 'unknown-modifier', query)
})

test('a home that is said to be in its own room has an end all the same', async () => {
  await replaced(home, { partOf: { reference: `Location/${room.id}` } })
  await finds(`Encounter?location:below=${wing.id}`, [inHome, inRoom])
  await finds(`Encounter?location:above=${wing.id}`, [inHome, inRoom])
  await replaced(home, {})
})

test('nothing is found along what an app may not find', async () => {
  const token = 'wings-alone'
  const system = { subject: 'cyfeirio-llanfeilir', app: 'cyfeirio-llanfeilir', postId: undefined, grantId: undefined }
  const told = async (scopes: readonly string[], path: string) => {
    door.given.set(token, { ...system, tokenId: token, patient: undefined, scopes })
    return door.ask(path, token)
  }
  const below = `/fhir/Encounter?location:below=${home.id}`
  const whole = await told(['system/Encounter.s', 'system/Location.s'], below)
  assert.ok(whole.text.includes(inRoom.id!) && whole.text.includes(inHome.id!))
  // The wing is not of its own, so what is in the wing is not within the home.
  await replaced(wing, { partOf: { reference: `Location/${home.id}` }, status: 'inactive' })
  const part = await told(['system/Encounter.s', 'system/Location.s?status=active'], below)
  assert.ok(!part.text.includes(inRoom.id!) && part.text.includes(inHome.id!))
  assert.equal(codeOf(await told(['system/Encounter.s'], below)), 'scope-too-narrow')
})

const list = await kept('List', {
  status: 'current',
  mode: 'working',
  entry: [{ item: { reference: `Patient/${sian.id}` } }, { item: { reference: `Observation/${pressure.id}` } }],
})
const other = await kept('List', {
  status: 'current',
  mode: 'working',
  entry: [{ item: { reference: `Observation/${weight.id}` } }],
})

test('whoever stands in a list is found by it, each type by itself', async () => {
  await finds(`Patient?_list=${list.id}`, [sian])
  await finds(`Observation?_list=List/${list.id}`, [pressure])
  await finds(`Observation?_list=${list.id},${other.id}`, [pressure, weight])
  await finds(`Observation?patient._list=${list.id}&code=29463-7`, [weight, late])
  await finds(`Patient?_list=${list.id}&name=gwyneth`, [])
  for (const [query, code] of [
    ['_list=$current-problems', 'unknown-modifier'],
    ['_list=a/b', 'wrong-value'],
    ['_list:not=1', 'unknown-parameter'],
    ['_query=everybody', 'no-named-query'],
    ['_contained=true', 'contained-not-searched'],
    ['_contained=both', 'contained-not-searched'],
    ['_containedType=container', 'contained-not-searched'],
    ['_sort=-_score', 'no-score'],
  ] as const)
    for (const handling of ['strict', 'lenient']) {
      const answer = await door.ask(`/fhir/Patient?${query}`, surgery, { headers: { prefer: `handling=${handling}` } })
      const isLeftOut = handling === 'lenient' && ['unknown-modifier', 'unknown-parameter', 'no-score'].includes(code)
      assert.deepEqual(
        [answer.status, isLeftOut ? undefined : codeOf(answer)],
        isLeftOut ? [200, undefined] : [400, code],
        query,
      )
    }
  await finds(`Patient?_list=${list.id}&_contained=false`, [sian])
})

test('a list that is not open is one that is not there', async () => {
  const nobodys = 'b0b0b0b0-0000-4000-8000-000000000000'
  const told = async (id: string, token: string) => {
    const answer = await door.ask(`/fhir/Patient?_list=${id}&_total=accurate`, token)
    return [answer.status, answer.text.replaceAll(id, 'ID')]
  }
  for (const token of [await sioned, await as('mair-pritchard')])
    assert.deepEqual(await told(list.id!, token), await told(nobodys, token))
  assert.notDeepEqual(await told(list.id!, surgery), await told(nobodys, surgery))
})

/** The same resource with something else in it. */
async function replaced(resource: FhirResource, more: object): Promise<void> {
  const { resourceType, id } = resource
  const answer = await door.ask(`/fhir/${resourceType}/${id}`, surgery, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType, id, status: 'active', name: 'Lle', ...more }),
  })
  assert.equal(answer.status, 200, answer.text)
}
