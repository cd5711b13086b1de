import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { CodeSystem, Observation, ValueSet } from 'fhir/r4.js'
import { regionDefinitions } from '#ground/fhir/terminology/region.ts'
import { codeOf } from '../test-door.ts'
import { ids, LOINC, searchedRegion } from './test-search.ts'

// What a visit was for, as a region writes it in a folder of its own: meals and washing are personal care.
const VISIT = 'https://gofal.example/CodeSystem/ymweliad'
const SETS = 'https://gofal.example/ValueSet'
const system: CodeSystem = {
  resourceType: 'CodeSystem',
  url: VISIT,
  status: 'active',
  content: 'complete',
  concept: [
    {
      code: 'gofal-personol',
      display: 'Gofal personol',
      concept: [
        { code: 'ymolchi', display: 'Ymolchi' },
        { code: 'prydau', display: 'Prydau bwyd', concept: [{ code: 'brecwast', display: 'Brecwast' }] },
      ],
    },
    { code: 'cwmni', display: 'Cwmni' },
  ],
}
const set = (name: string, compose: ValueSet['compose']): ValueSet => ({
  resourceType: 'ValueSet',
  url: `${SETS}/${name}`,
  version: '2026',
  status: 'active',
  ...(compose && { compose }),
})
const sets = [
  set('personol', {
    include: [{ system: VISIT, filter: [{ property: 'concept', op: 'is-a', value: 'gofal-personol' }] }],
  }),
  set('cwmni-neu-bwysau', {
    include: [
      { system: VISIT, concept: [{ code: 'cwmni' }] },
      { system: LOINC, concept: [{ code: '29463-7' }] },
    ],
  }),
  set('neb', { include: [{ system: VISIT, concept: [{ code: 'arall' }] }] }),
  set('popeth', { include: [{ system: 'http://snomed.info/sct' }] }),
  set('statws', { include: [{ system: 'http://hl7.org/fhir/observation-status', concept: [{ code: 'amended' }] }] }),
]
const folder = mkdtempSync(join(tmpdir(), 'codes-'))
for (const [place, one] of [system, ...sets].entries())
  writeFileSync(join(folder, `${place}.json`), JSON.stringify(one))
const own = regionDefinitions([folder])
rmSync(folder, { recursive: true })
assert.ok(own.ok)
const { terminology } = own.value

const { door, surgery, here, OWN, gwyneth, sian, pressure, weight, late, kept, search, finds } = await searchedRegion(
  () => terminology,
)
after(() => door.stop())

const visit = (code: object, of = sian) =>
  kept('Observation', { status: 'final', code, subject: { reference: `Patient/${of.id}` } })
const coding = (code: string) => ({ coding: [{ system: VISIT, code }] })
const breakfast = await visit(coding('brecwast'))
const wash = await visit({ ...coding('ymolchi'), text: 'Ymolchi’r bore' }, gwyneth)
const care = await visit(coding('gofal-personol'))
const company = await visit(coding('cwmni'))
const elsewhere = await visit({ coding: [{ system: 'urn:arall', code: 'brecwast' }] })
const inWords = await visit({ text: 'Brecwast gyda Siân' })
const visits = [breakfast, wash, care, company, elsewhere, inWords]
const all = [...visits, pressure, weight, late]

test('what the region says is personal care is found by its value set, in whichever system a code is', async () => {
  await finds(`Observation?code:in=${SETS}/personol`, [breakfast, wash, care])
  await finds(`Observation?code:in=${SETS}/personol|2026`, [breakfast, wash, care])
  await finds(`Observation?code:in=${SETS}/cwmni-neu-bwysau`, [company, weight, late])
  await finds(`Observation?code:in=${SETS}/personol,${SETS}/cwmni-neu-bwysau&status=final`, [
    breakfast,
    wash,
    care,
    company,
    weight,
  ])
  await finds(`Observation?code:in=${SETS}/neb`, [])
  await finds(`Observation?_filter=code in ${SETS}/personol and not (code in ${SETS}/neb)`, [breakfast, wash, care])
})

test('what is not of a value set is all the rest, and what has no such code is in that', async () => {
  await finds(`Observation?code:not-in=${SETS}/personol`, [company, elsewhere, inWords, pressure, weight, late])
  await finds(`Observation?combo-value-concept:not-in=${SETS}/personol`, all)
  await finds(`Observation?category:missing=true&category:not-in=${SETS}/personol`, all)
})

test('a code is found with all that it contains, or with all that contain it, as the region’s tree says', async () => {
  await finds(`Observation?code:below=${VISIT}|gofal-personol`, [breakfast, wash, care])
  await finds(`Observation?code:below=${VISIT}|prydau`, [breakfast])
  await finds(`Observation?code:above=${VISIT}|brecwast`, [breakfast, care])
  await finds(`Observation?code:above=${VISIT}|cwmni`, [company])
})

test('codes lead on, and back', async () => {
  await finds(`Patient?_has:Observation:patient:code:in=${SETS}/personol`, [gwyneth, sian])
  await finds(`Patient?_has:Observation:patient:code:below=${VISIT}|prydau`, [sian])
  await finds('Observation?subject:Patient.gender:in=http://hl7.org/fhir/ValueSet/administrative-gender', all)
})

test('a status stands without its system, which is that of the codes that it must be of', async () => {
  await finds('Observation?status:in=http://hl7.org/fhir/ValueSet/observation-status', all)
  await finds('Observation?status:not-in=http://hl7.org/fhir/ValueSet/observation-status', [])
  await finds(`Observation?status:in=${SETS}/statws`, [late])
  await finds('Observation?status=http://hl7.org/fhir/observation-status|amended', [late])
  await finds('Observation?status:not=http://hl7.org/fhir/observation-status|final', [late])
  await finds('Observation?status=http://hl7.org/fhir/observation-status|', all)
  await finds('Observation?status=http://hl7.org/fhir/request-status|final', [])
  await finds('Observation?_filter=status eq http://hl7.org/fhir/observation-status|amended', [late])
})

test('whose codes cannot be told is refused, for what has them and for what does not', async () => {
  const untold = [
    `code:in=${SETS}/popeth`,
    `code:not-in=${SETS}/popeth`,
    `code:in=${SETS}/nid-yw-yma`,
    `code:in=${SETS}/personol|2025`,
    'code:below=http://snomed.info/sct|73211009',
    `code:above=${VISIT}|nid-yw-yma`,
  ]
  for (const query of untold)
    for (const handling of ['strict', 'lenient']) {
      const answer = await door.ask(`/fhir/Observation?${query}`, surgery, {
        headers: { prefer: `handling=${handling}` },
      })
      assert.deepEqual([answer.status, codeOf(answer)], [400, 'codes-not-told'], query)
    }
  for (const query of ['code:below=brecwast', 'code:above=|brecwast'])
    assert.equal(codeOf(await door.ask(`/fhir/Observation?${query}`, surgery)), 'wrong-value', query)
  for (const query of [`value-quantity:in=${SETS}/personol`, 'code:of-type=a|b|c', 'status:loud=final'])
    assert.equal(codeOf(await door.ask(`/fhir/Observation?${query}`, surgery)), 'unknown-modifier', query)
})

test('words beside a code are found by how they begin, in either language', async () => {
  await finds('Observation?code:text=ymolchi', [wash])
  await finds('Observation?code:text=BRECWAST%20gyda%20Sian', [inWords])
  await finds('Observation?code:text=gyda', [])
})

test('an identifier is found by what kind of number it is, and a reference by the number it names', async () => {
  const kind = { system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }
  const numbered = await kept('Patient', {
    identifier: [{ type: { coding: [kind] }, system: OWN, value: 'L-9' }],
    name: [{ family: 'Prys' }],
  })
  await finds(`Patient?identifier:of-type=${kind.system}|MR|L-9`, [numbered])
  await finds(`Patient?identifier:of-type=${kind.system}|MR|L-1`, [])
  await finds(`Patient?identifier:of-type=${kind.system}|SS|L-9`, [])
  assert.equal(codeOf(await door.ask('/fhir/Patient?identifier:of-type=MR|L-9', surgery)), 'wrong-value')
  const seen = await kept('Observation', {
    status: 'final',
    code: { text: 'Sgwrs' },
    subject: { reference: `Patient/${numbered.id}` },
    performer: [{ identifier: { system: 'urn:nyrsys', value: 'N-7' }, display: 'Nyrs Ŵyn' }],
  })
  await finds('Observation?performer:identifier=urn:nyrsys|N-7', [seen])
  await finds('Observation?performer:identifier=N-7', [seen])
  await finds('Observation?performer:identifier=urn:nyrsys|N-8', [])
  await finds('Observation?performer:text=nyrs%20wyn', [seen])
  await finds('Observation?performer:missing=false', [seen])
})

test('by whichever set and whichever parameter: what is of it, and what is not, are all there is, once', async () => {
  const parameter = fc.constantFrom('code', 'status', 'category', 'combo-code', 'value-concept', 'method')
  const named = fc.constantFrom(...sets.slice(0, 3).map(({ url }) => url!), `${SETS}/statws`)
  const more = fc.constantFrom('', '&status=final', `&subject=Patient/${sian.id}`, '&code:text=brec')
  const found = async (query: string) => ids(await search(`Observation?_count=100&${query}`)).toSorted()
  await fc.assert(
    fc.asyncProperty(parameter, fc.array(named, { minLength: 1, maxLength: 3 }), more, async (of, some, rest) => {
      const values = some.join()
      const [isIn, isNot, missing, whole] = await Promise.all([
        found(`${of}:in=${values}${rest}`),
        found(`${of}:not-in=${values}${rest}`),
        found(`${of}:missing=true${rest}`),
        found(rest.slice(1)),
      ])
      assert.deepEqual([...isIn, ...isNot].toSorted(), whole)
      assert.ok(missing.every(id => isNot.includes(id)))
      // A set is its codes: asked one by one they find the same.
      const codes = sets.filter(({ url }) => some.includes(url!)).flatMap(codesOf)
      const each = codes.length === 0 ? [] : await found(`${of}=${codes.join()}${rest}`)
      assert.deepEqual(isIn, each)
    }),
    { numRuns: 25 },
  )
})

test('an export takes by codes what a search finds by them', async () => {
  const filters = [`code:in=${SETS}/personol`, `code:below=${VISIT}|prydau`, `code:not-in=${SETS}/personol`]
  for (const query of filters) {
    for (const _ of [1, 2]) here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
    const filter = encodeURIComponent(`Observation?${query}`)
    const began = await door.ask(`/fhir/$export?_type=Observation&_typeFilter=${filter}`, surgery)
    assert.equal(began.status, 202, began.text)
    const status = String(began.headers['content-location']).replace(/^.*(?=\/fhir\/)/, '')
    const { output } = JSON.parse((await door.ask(status, surgery)).text) as { output: { url: string }[] }
    const texts = await Promise.all(
      output.map(({ url }) =>
        door.ask(url.replace(/^.*(?=\/fhir\/)/, ''), surgery, { headers: { accept: 'application/fhir+ndjson' } }),
      ),
    )
    const lines = texts.flatMap(({ text }) => text.split('\n').filter(line => line !== ''))
    const taken = lines.map(line => (JSON.parse(line) as Observation).id)
    assert.ok(taken.length > 0)
    assert.deepEqual(taken.toSorted(), ids(await search(`Observation?_count=100&${query}`)).toSorted(), query)
  }
  const untold = encodeURIComponent(`Observation?code:in=${SETS}/popeth`)
  const refused = await door.ask(`/fhir/$export?_type=Observation&_typeFilter=${untold}`, surgery)
  assert.deepEqual([refused.status, codeOf(refused)], [400, 'wrong-value'])
})

/** The codes of one of our sets, as a query names them. */
function codesOf({ url, compose }: ValueSet): string[] {
  if (url === `${SETS}/personol`)
    return ['gofal-personol', 'ymolchi', 'prydau', 'brecwast'].map(code => `${VISIT}|${code}`)
  return (compose?.include ?? []).flatMap(({ system: of, concept = [] }) => concept.map(({ code }) => `${of}|${code}`))
}
