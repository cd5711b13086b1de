import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, Composition, FhirResource } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { personId } from '#test/kit.ts'
import { coded, mmHg, okOf, searchedRegion } from '../search/test-search.ts'
import { type Answer, codeOf } from '../test-door.ts'

const { here, door, surgery, sioned, as, gwyneth, sian, pressure } = await searchedRegion()
after(() => door.stop())
const mair = personId('mair-pritchard')
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem'
const EN = { 'accept-language': 'en' }
const gwynethIs = { reference: `Patient/${gwyneth.id}` }
const status = (code: string) => ({ coding: [{ system: `${TERMINOLOGY}/condition-clinical`, code }] })

const nurse = await send('Practitioner', { name: [{ family: 'Gwen' }] })
const asthma = await send('Condition', {
  clinicalStatus: status('active'),
  code: { text: 'Asthma <b>a’r fogfa</b>' },
  subject: gwynethIs,
  recorder: { reference: `Practitioner/${nurse.id}` },
  onsetDateTime: '1999-05',
})
const chickenpox = await send('Condition', {
  clinicalStatus: status('resolved'),
  code: { text: 'Brech yr ieir' },
  subject: gwynethIs,
})
const wrong = await send('Condition', {
  verificationStatus: { coding: [{ system: `${TERMINOLOGY}/condition-ver-status`, code: 'entered-in-error' }] },
  code: { text: 'Rhywun arall' },
  subject: gwynethIs,
})
const inhaler = await send('MedicationStatement', {
  status: 'active',
  medicationCodeableConcept: { text: 'Salbutamol' },
  subject: gwynethIs,
  effectivePeriod: { start: '2020-01-02' },
})
const glucose = await send('Observation', {
  status: 'final',
  code: coded('14749-6'),
  subject: gwynethIs,
  effectiveDateTime: '2026-02-03',
  valueQuantity: { value: 5.25, unit: 'mmol/L', system: 'http://unitsofmeasure.org', code: 'mmol/L' },
})

test('a summary says what is so now, who recorded it and when, in the reader’s language, and is valid', async () => {
  for (const [language, title, day] of [
    ['cy', 'Problemau', '2 Ionawr 2020'],
    ['en', 'Problems', '2 January 2020'],
  ] as const) {
    const answer = await ask(`Patient/${gwyneth.id}/$summary`, surgery, { 'accept-language': language })
    const bundle = okOf(answer)
    assert.deepEqual(
      validate(JSON.parse(answer.text)).filter(({ severity }) => severity === 'error'),
      [],
    )
    const composition = compositionIn(bundle)
    assert.deepEqual(
      [bundle.type, composition.language, composition.section?.[0]?.title],
      ['document', language, title],
    )
    assert.match(section(composition, '10160-0').text?.div ?? '', new RegExp(`Salbutamol.*${day}.*Glan Hafren`))
    assert.match(section(composition, '30954-2').text?.div ?? '', /5\.25 mmol\/L/)
    assert.match(section(composition, '11450-4').text?.div ?? '', /Asthma &lt;b&gt;/)
  }
})

test('what is over is past, what was a mistake is not told, and all that is told is in the document', async () => {
  const bundle = okOf(await ask(`Patient/${gwyneth.id}/$summary`))
  const composition = compositionIn(bundle)
  assert.deepEqual(entries(section(composition, '11450-4')), [`Condition/${asthma.id}`])
  assert.deepEqual(entries(section(composition, '11348-0')), [`Condition/${chickenpox.id}`])
  assert.deepEqual(entries(section(composition, '10160-0')), [`MedicationStatement/${inhaler.id}`])
  assert.deepEqual(entries(section(composition, '30954-2')).toSorted(), [pressure, glucose].map(nameOf).toSorted())
  const names = new Set((bundle.entry ?? []).map(({ resource }) => nameOf(resource as FhirResource)))
  assert.ok(names.has(nameOf(nurse)) && names.has(nameOf(gwyneth)))
  assert.ok(!names.has(nameOf(wrong)))
  assert.deepEqual(
    referencesIn(composition).filter(reference => !names.has(reference)),
    [],
  )
})

test('a section that is empty says that nothing is open, whether or not there is anything', async () => {
  const empty = section(compositionIn(okOf(await ask(`Patient/${sian.id}/$summary`, surgery, EN))), '48765-2')
  assert.equal(empty.emptyReason?.coding?.[0]?.code, 'unavailable')
  assert.equal(empty.entry, undefined)
  const post = (await here.visitorOf('sioned-evans')).post?.id
  const hidden = compositionIn(
    okOf(await ask(`Patient/${mair}/$summary`, as('sioned-evans', post, 'user/Patient.r'), EN)),
  )
  const required = ['11450-4', '48765-2', '10160-0', '11369-6', '30954-2', '47519-4']
  assert.deepEqual(
    hidden.section?.map(one => one.code?.coding?.[0]?.code),
    required,
  )
  for (const one of hidden.section ?? []) assert.deepEqual([one.text, one.emptyReason], [empty.text, empty.emptyReason])
})

test('a summary of whom one may not see is as of who does not exist; of whom one may, it is in their trail once', async () => {
  const hidden = await ask(`Patient/${gwyneth.id}/$summary`, sioned)
  const absent = await ask('Patient/nobody-at-all/$summary', sioned)
  assert.deepEqual([hidden.status, hidden.text], [404, absent.text])
  const before = await copies()
  okOf(await ask(`Patient/${mair}/$summary`, sioned))
  assert.equal(await copies(), before + 1)
})

const LETTER = {
  status: 'final',
  type: coded('34133-9'),
  subject: gwynethIs,
  date: '2026-03-30',
  author: [{ reference: `Practitioner/${nurse.id}` }],
  title: 'Llythyr',
}
const letter = await send('Composition', {
  ...LETTER,
  section: [
    {
      title: 'Mesuriadau',
      entry: [
        { reference: nameOf(pressure) },
        { reference: `Observation/${idFor('nothing has this')}` },
        { reference: nameOf(wrong) },
      ],
    },
  ],
})

test('a document of a Composition holds what it refers to; of what is not there, the reference alone', async () => {
  assert.equal((await door.ask(`/fhir/${nameOf(wrong)}`, surgery, { method: 'DELETE' })).status, 204)
  const answer = await ask(`${nameOf(letter)}/$document?persist=false`)
  const bundle = okOf(answer)
  assert.deepEqual(
    (bundle.entry ?? []).map(({ resource }) => nameOf(resource as FhirResource)).toSorted(),
    [letter, gwyneth, nurse, pressure].map(nameOf).toSorted(),
  )
  assert.deepEqual(compositionIn(bundle), letter)
  assert.deepEqual(
    validate(JSON.parse(answer.text)).filter(({ severity }) => severity === 'error'),
    [],
  )
  assert.equal(codeOf(await ask(`${nameOf(letter)}/$document?persist=true`)), 'wrong-value')
})

test('what it refers to and is closed to them is as what does not exist', async () => {
  const hidden = await here.store.db
    .selectFrom('resource')
    .select(['id', 'type'])
    .where('sourceRecordId', 'is not', null)
    .where('contributorId', '!=', ({ selectFrom }) =>
      selectFrom('sender').select('organisationId').where('application', '=', 'cyfeirio-llanfeilir'),
    )
    .limit(1)
    .executeTakeFirstOrThrow()
  const documents: string[] = []
  for (const id of [hidden.id, idFor('nothing has this')]) {
    const section = [{ title: 'Mesuriadau', entry: [{ reference: `${hidden.type}/${id}` }] }]
    const sent = await send('Composition', { ...LETTER, section })
    const answer = await ask(`${nameOf(sent)}/$document`)
    assert.equal(okOf(answer).entry?.length, 3)
    const alike = answer.text.replaceAll(sent.id ?? '', 'ID').replaceAll(id, 'REFERRED')
    documents.push(alike.replaceAll(/urn:uuid:[^"]*|"(lastUpdated|timestamp)":"[^"]*"/g, ''))
  }
  assert.equal(documents[0], documents[1])
  assert.equal((await ask(`${nameOf(letter)}/$document`, sioned)).status, 404)
})

test('the numbers of what is kept come with their digits, on one line or on many', async () => {
  for (const query of ['', '?_pretty=true'])
    assert.match((await ask(`Patient/${gwyneth.id}/$summary${query}`)).text, /"value":\s*140/)
  assert.deepEqual(mmHg(140).value, 140)
})

async function ask(path: string, token: string | Promise<string> = surgery, headers = {}): Promise<Answer> {
  return door.ask(`/fhir/${path}`, await token, { headers })
}

async function send(resourceType: string, resource: object, token: string | Promise<string> = surgery) {
  const answer = await door.ask(`/fhir/${resourceType}`, await token, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ resourceType, ...resource }),
  })
  assert.equal(answer.status, 201, answer.text)
  return answer.resource
}

function nameOf({ resourceType, id }: Pick<FhirResource, 'resourceType' | 'id'>): string {
  return `${resourceType}/${id}`
}

function compositionIn(bundle: Bundle): Composition {
  return bundle.entry?.[0]?.resource as Composition
}

function section({ section = [] }: Composition, code: string) {
  return section.find(one => one.code?.coding?.[0]?.code === code) ?? assert.fail(`no section ${code}`)
}

function entries({ entry = [] }: ReturnType<typeof section>): (string | undefined)[] {
  return entry.map(({ reference }) => reference)
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
