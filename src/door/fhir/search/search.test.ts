import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, FhirResource, OperationOutcome, Patient } from 'fhir/r4.js'
import type { OfType } from '#record/chart/read-resources.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, bundleOf, codeOf, ORIGIN, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())

const SURGERY = 'cyfeirio-llanfeilir'
const OWN = 'https://llanfeilir.example/id'
/** Of those whom this file has made. */
const OURS = `identifier=${OWN}|`
const LOINC = 'http://loinc.org'

/** The surgery's system, for itself: it finds what the surgery has contributed. */
const surgery = await door.issuer.token({
  ...door.issuer.claims(SURGERY, here.clock.now()),
  client_id: SURGERY,
  scope: 'system/*.cruds',
})
const as = (account: string, post?: string, scope = 'user/*.cruds') =>
  door.issuer.token({ ...door.issuer.claims(account, here.clock.now(), post), scope })
const sioned = await as('sioned-evans', (await here.visitorOf('sioned-evans')).post?.id)

const gwyneth = await kept('Patient', {
  identifier: [{ system: OWN, value: 'L-1' }],
  name: [{ family: 'Tŷ Gwyn', given: ['Gwŷneth'] }],
  gender: 'female',
  birthDate: '1941-03-29',
  address: [{ city: 'Llanfeilir', postalCode: 'ZZ99 1AA' }],
})
const sian = await kept('Patient', {
  identifier: [{ system: OWN, value: 'L-2' }],
  name: [{ family: 'Ŵyn', given: ['Siân'], text: 'Siân Ŵyn' }],
  gender: 'female',
  birthDate: '1950-10-25',
})
const ward = await kept('Location', {
  status: 'active',
  name: 'Ystafell Ŷd',
  position: { latitude: 52.4, longitude: -3.5 },
})
const [pressure, weight, late] = [
  await kept('Observation', {
    ...observation(gwyneth, '85354-9', '2026-03-29T00:30:00Z'),
    component: [
      { code: coded('8480-6'), valueQuantity: mmHg(140) },
      { code: coded('8462-4'), valueQuantity: mmHg(90) },
    ],
  }),
  await kept('Observation', {
    ...observation(sian, '29463-7', '2026-10-25'),
    valueQuantity: { value: 61.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' },
  }),
  await kept('Observation', {
    ...observation(sian, '29463-7', '2026-11-01'),
    status: 'amended',
    note: [{ text: 'Wedi blino' }],
  }),
]

test('a name is found by how it begins, with or without its accents; exactly it is as it is written', async () => {
  await finds('Patient?name=gwyn', [gwyneth])
  await finds('Patient?family=TY%20GWYN', [gwyneth])
  await finds('Patient?family=wyn', [sian])
  await finds('Patient?family:exact=Wyn', [])
  await finds('Patient?family:exact=%C5%B4yn', [sian])
  await finds('Patient?given:contains=yne', [gwyneth])
  await finds('Patient?name=sian,gwyneth', [gwyneth, sian])
  await finds('Patient?name=sian&name=wyn', [sian])
})

test('a code is found by its system, without one, and by not being it', async () => {
  await finds(`Patient?identifier=${OWN}|L-1`, [gwyneth])
  await finds('Patient?identifier=L-2', [sian])
  await finds('Patient?identifier=|L-2', [])
  await finds(`Patient?identifier=${OWN}|`, [gwyneth, sian])
  await finds('Observation?status:not=final', [late])
  await finds(`Observation?code=${LOINC}|29463-7,8480-6`, [weight, late])
  await finds('Observation?combo-code=8480-6', [pressure])
  await finds(`Patient?deceased=false&${OURS}`, [gwyneth, sian])
  await finds('Observation?status:in=http://hl7.org/fhir/ValueSet/observation-status', [])
  await finds('Observation?code:text=bwysau', [])
})

test('a day is a day in Wales, also when the clocks change', async () => {
  await finds('Observation?date=2026-03-29', [pressure])
  await finds('Observation?date=lt2026-03-29', [])
  await finds('Observation?date=2026-10-25', [weight])
  await finds('Observation?date=sa2026-10-25', [late])
  await finds('Observation?date=ge2026-10-25', [weight, late])
  await finds('Observation?date=ne2026-10-25', [pressure, late])
  // The day had 25 hours: half past midnight UTC of the next day is still the next day, and half past eleven is in it.
  await finds('Observation?date=gt2026-10-25T23:30:00Z', [weight, late])
  await finds('Observation?date=eb2026-10-26T00:00:00Z', [pressure, weight])
  await finds(`Patient?birthdate=1941&${OURS}`, [gwyneth])
  await finds('Patient?_lastUpdated=lt2026-11-22', [])
  await finds(`Patient?_lastUpdated=2026-11-22&${OURS}`, [gwyneth, sian])
})

test('a quantity is found in whichever of its units it is asked for', async () => {
  await finds('Observation?value-quantity=61.5|http://unitsofmeasure.org|kg', [weight])
  await finds('Observation?value-quantity=61500|http://unitsofmeasure.org|g', [weight])
  await finds('Observation?value-quantity=gt61||kg', [weight])
  await finds('Observation?value-quantity=62', [weight])
  await finds('Observation?value-quantity=63', [])
  await finds('Observation?component-code-value-quantity=8480-6$gt120', [pressure])
  await finds('Observation?component-code-value-quantity=8462-4$gt120', [])
})

test('references lead on, and back', async () => {
  await finds(`Observation?subject=Patient/${sian.id}`, [weight, late])
  await finds(`Observation?subject=${sian.id}`, [weight, late])
  await finds(`Observation?subject:Patient=${ORIGIN}/fhir/Patient/${sian.id}`, [weight, late])
  await finds('Observation?subject:Patient.name=gwyneth', [pressure])
  await finds('Observation?patient.gender=female&status=final', [pressure, weight])
  await finds('Patient?_has:Observation:patient:status=amended', [sian])
  await finds('Patient?_has:Observation:patient:subject:Patient.birthdate=1941', [gwyneth])
  await finds(`Patient/${sian.id}/Observation?code=29463-7`, [weight, late])
  await finds(`Patient/${gwyneth.id}/*?_type=Observation,Condition`, [pressure])
})

test('what is missing is told from what is there', async () => {
  await finds('Observation?value-quantity:missing=false', [weight])
  await finds('Observation?value-quantity:missing=true', [pressure, late])
  await finds(`Patient?address:missing=true&${OURS}`, [sian])
})

test('a filter, words and a place nearby', async () => {
  await finds(`Patient?${OURS}&_filter=birthdate lt 1945 or (name co "wyn" and not (name co "gwyn"))`, [gwyneth, sian])
  await finds('Observation?_filter=subject.name co "gwyn"', [pressure])
  await finds('Observation?_content=BLINO', [late])
  await finds('Location?near=52.41|-3.5|2|km', [ward])
  await finds('Location?near=52.5|-3.5|2|km', [])
})

test('what something refers to comes with it, once, however they go round', async () => {
  const page = await search(
    `Observation?code=29463-7&_include=Observation:subject&_revinclude:iterate=Observation:subject`,
  )
  assert.deepEqual(modes(page), { match: [weight.id, late.id].toSorted(), include: [sian.id] })
  const back = await search('Patient?name=gwyneth&_revinclude=Observation:patient&_include:iterate=Observation:subject')
  assert.deepEqual(modes(back), { match: [gwyneth.id], include: [pressure.id] })
})

test('several types are searched at once, in one order', async () => {
  const all = [gwyneth, sian, ward].map(({ id }) => id).join()
  const page = await search(`?_type=Patient,Location&_id=${all}&_sort=-_lastUpdated&_total=accurate`)
  assert.equal(page.total, 3)
  const posted = await door.ask('/fhir/_search', surgery, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `_type=Patient,Location&_id=${all}&_summary=count`,
  })
  assert.deepEqual([bundleOf(posted).total, bundleOf(posted).entry], [3, undefined])
})

test('pages of one, of two and of all tell the same, forwards and back', async () => {
  for (const sort of ['', '&_sort=birthdate', '&_sort=-birthdate', '&_sort=family,-_id', '&_sort=address-city']) {
    const whole = ids(await search(`Patient?${OURS}${sort}`))
    assert.equal(whole.length, 2)
    const first = await search(`Patient?${OURS}&_count=1${sort}`)
    const second = await follow(first, 'next')
    assert.deepEqual([...ids(first), ...ids(second)], whole, sort)
    assert.equal(linkOf(second, 'next'), undefined)
    assert.equal(linkOf(first, 'previous'), undefined)
    assert.deepEqual(ids(await follow(second, 'previous')), ids(first), sort)
    assert.deepEqual(ids(await follow(second, 'first')), ids(first), sort)
  }
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=family`)), [gwyneth.id, sian.id])
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=address-city`)), [gwyneth.id, sian.id])
})

test('what changes between two pages is met once all the same', async () => {
  const first = await search(`Patient?${OURS}&_sort=birthdate&_count=1`)
  assert.deepEqual(ids(first), [gwyneth.id])
  // The one that has been told moves behind the other, which has not.
  const { meta: _, ...moved } = { ...gwyneth, birthDate: '1999-01-01' }
  await put(moved)
  assert.deepEqual(ids(await follow(first, 'next')), [sian.id])
  assert.equal(linkOf(await follow(first, 'next'), 'next'), undefined)
  const { meta: __, ...back } = gwyneth
  await put(back)
  assert.deepEqual(ids(await search(`Patient?${OURS}&_sort=birthdate`)), [gwyneth.id, sian.id])
})

test('a page mark is for one reader and one search', async () => {
  const first = await search(`Patient?${OURS}&_count=1`)
  const mark = new URL(linkOf(first, 'next')!).searchParams.get('_cursor')!
  for (const [path, token] of [
    [`Patient?${OURS}&_cursor=${mark}`, sioned],
    [`Patient?gender=male&_cursor=${mark}`, surgery],
    [`Patient?${OURS}&_cursor=${mark}A`, surgery],
  ] as const) {
    const answer = await door.ask(`/fhir/${path}`, token)
    assert.deepEqual([answer.status, codeOf(answer)], [400, 'cursor-not-taken'])
  }
  assert.equal((await search(`Patient?_count=7&${OURS}&_cursor=${mark}`)).entry?.length, 1)
})

test('what is not known is refused by its name; left out where the app would rather have the rest, and said', async () => {
  const answer = await door.ask('/fhir/Patient?colour=red&name=gwyneth', surgery)
  assert.deepEqual([answer.status, codeOf(answer)], [400, 'unknown-parameter'])
  assert.match((answer.resource as OperationOutcome).issue[0]?.details?.text ?? '', /colour/)
  const lenient = await door.ask('/fhir/Patient?colour=red&name=gwyneth', surgery, {
    headers: { prefer: 'handling=lenient' },
  })
  const page = bundleOf(lenient)
  assert.deepEqual(ids(page), [gwyneth.id])
  assert.equal(linkOf(page, 'self'), `${ORIGIN}/fhir/Patient?name=gwyneth`)
  assert.deepEqual(page.entry?.at(-1)?.search?.mode, 'outcome')
  assert.equal(codeOf(await door.ask('/fhir/Patient?name:loudly=x', surgery)), 'unknown-modifier')
  assert.equal(codeOf(await door.ask('/fhir/Observation?code:in=http://nowhere.example', surgery)), 'wrong-value')
})

test('whatever anybody sends is answered, and soon', async () => {
  const long = 'a'.repeat(4_000)
  for (const query of [
    `name=${long}`,
    `name:contains=${encodeURIComponent('%_'.repeat(500))}`,
    `identifier=${'|'.repeat(500)}`,
    `_filter=${encodeURIComponent(`${'not ('.repeat(100)}name eq a`)}`,
    `_sort=${'name,'.repeat(100)}`,
    `_include=${encodeURIComponent('*'.repeat(100))}`,
    '_count=1e9',
    '_count=-1',
    'birthdate=0000-00-00',
    `_has:${'Observation:patient:_has:'.repeat(20)}a=b`,
    'name=%F0%9F%92%A9',
    'name=%00',
    '__proto__=x',
    '_elements=__proto__',
  ]) {
    const answer = await door.ask(`/fhir/Patient?${query}`, surgery)
    assert.ok(answer.status === 200 || answer.status === 400, `${query.slice(0, 40)}: ${answer.status} ${answer.text}`)
  }
  assert.equal((await door.ask(`/fhir/Patient?name=${'a'.repeat(4_100)}`, surgery)).status, 414)
})

test('a part of each is sent where only a part is wanted', async () => {
  const page = await search('Patient?name=gwyneth&_elements=birthDate')
  const { resource } = page.entry?.[0] ?? {}
  assert.deepEqual(Object.keys(resource ?? {}).toSorted(), ['birthDate', 'id', 'meta', 'resourceType'])
})

test('a token that was not given for a type neither finds it, nor along it, nor has it included', async () => {
  const token = await as('sioned-evans', (await here.visitorOf('sioned-evans')).post?.id, 'user/Observation.rs')
  const status = async (path: string) => (await door.ask(`/fhir/${path}`, token)).status
  assert.equal(await status('Patient?name=a'), 403)
  assert.equal(await status('Observation?patient.name=a'), 403)
  assert.equal(await status('Observation?_filter=patient.name eq "a"'), 403)
  assert.equal(await status('Observation?_include=Observation:subject'), 200)
})

test('a social worker finds Mair by what her council holds, and Mair can see that she did', async () => {
  const before = await looks()
  const page = bundleOf(await door.ask('/fhir/Patient?family=pritchard&given=mair', sioned))
  assert.ok((page.entry?.length ?? 0) > 0)
  assert.equal(await looks(), before + 1)
})

test('what one may not see is as if it were not there, whatever is asked about it', async () => {
  for (const query of [
    'Patient?name=gwyneth&_total=accurate',
    `Patient?_id=${gwyneth.id}&_total=accurate`,
    `Observation?subject=Patient/${gwyneth.id}&_total=accurate`,
    'Patient?_has:Observation:patient:code=85354-9&_total=accurate',
    'Observation?patient.name=gwyneth&_total=accurate',
  ]) {
    const answer = await door.ask(`/fhir/${query}`, sioned)
    assert.deepEqual([answer.status, bundleOf(answer).total, bundleOf(answer).entry], [200, 0, undefined], query)
  }
})

async function looks(): Promise<number> {
  const rows = await here.store.db
    .selectFrom('trailEntry')
    .select('id')
    .where('personId', '=', personId('mair-pritchard'))
    .where('action', '=', 'search')
    .execute()
  return rows.length
}

function coded(code: string) {
  return { coding: [{ system: LOINC, code }] }
}

function mmHg(value: number) {
  return { value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' }
}

function observation(patient: Patient, code: string, when: string) {
  return {
    status: 'final',
    code: coded(code),
    subject: { reference: `Patient/${patient.id}` },
    effectiveDateTime: when,
  }
}

async function kept<Type extends FhirResource['resourceType']>(
  resourceType: Type,
  resource: object,
): Promise<OfType<Type>> {
  const answer = await door.ask(`/fhir/${resourceType}`, surgery, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType, ...resource }),
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.resource as OfType<Type>
}

async function put(resource: Patient): Promise<void> {
  const answer = await door.ask(`/fhir/Patient/${resource.id}`, surgery, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  })
  assert.equal(answer.status, 200, answer.text)
}

async function search(path: string): Promise<Bundle> {
  return okOf(await door.ask(`/fhir/${path}`.replace('/?', '?'), surgery))
}

function okOf(answer: Answer): Bundle {
  assert.equal(answer.status, 200, answer.text)
  return bundleOf(answer)
}

async function follow(page: Bundle, relation: string): Promise<Bundle> {
  return okOf(await door.ask(linkOf(page, relation)!.replace(ORIGIN, ''), surgery))
}

function linkOf(page: Bundle, relation: string): string | undefined {
  return page.link?.find(link => link.relation === relation)?.url
}

function ids(page: Bundle): (string | undefined)[] {
  return (page.entry ?? []).filter(one => one.search?.mode === 'match').map(({ resource }) => resource?.id)
}

function modes(page: Bundle) {
  const of = (mode: string) =>
    (page.entry ?? [])
      .filter(one => one.search?.mode === mode)
      .map(({ resource }) => resource?.id)
      .toSorted()
  return { match: of('match'), include: of('include') }
}

async function finds(path: string, expected: readonly FhirResource[]): Promise<void> {
  const [address, query] = path.split('?')
  const encoded = (query ?? '').replaceAll('"', '%22').replaceAll(' ', '%20')
  assert.deepEqual(ids(await search(`${address}?${encoded}`)).toSorted(), expected.map(({ id }) => id).toSorted(), path)
}
