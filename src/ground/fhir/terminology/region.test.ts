import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { codesIn } from './codes-in.ts'
import { regionDefinitions } from './region.ts'
import { translate } from './translate.ts'

const shared = process.env.CYDOFAL_SHARED_DATA ?? '../shared/data'
const folder = mkdtempSync(join(tmpdir(), 'cydofal-terminology-'))
after(() => rmSync(folder, { recursive: true }))

const XML = `<?xml version="1.0"?>
<CodeSystem xmlns="http://hl7.org/fhir">
  <text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">Cartrefi</div></text>
  <extension url="urn:note"><valueString value="gan y tîm tai"/></extension>
  <url value="urn:homes"/><status value="active"/><caseSensitive value="true"/><content value="complete"/><count value="2"/>
  <concept><code value="ty"/><display value="House"/>
    <designation><language value="cy"/><value value="Tŷ"/></designation>
    <property><code value="inactive"/><valueBoolean value="false"/></property>
    <concept><code value="teras"/></concept>
  </concept>
</CodeSystem>`

test('a region’s own sets stand above those of R4, in files of either kind, and other files are passed by', () => {
  mkdirSync(join(folder, 'sets'))
  writeFileSync(join(folder, 'homes.xml'), XML)
  writeFileSync(join(folder, 'README.md'), 'ours')
  writeFileSync(
    join(folder, 'sets', 'homes.json'),
    JSON.stringify({
      resourceType: 'ValueSet',
      url: 'urn:all',
      status: 'active',
      compose: { include: [{ system: 'urn:homes' }] },
    }),
  )
  writeFileSync(
    join(folder, 'sets', 'gender.json'),
    JSON.stringify({
      resourceType: 'ValueSet',
      url: 'http://hl7.org/fhir/ValueSet/administrative-gender',
      status: 'active',
      compose: { include: [{ system: 'urn:homes' }] },
    }),
  )
  const region = regionDefinitions([folder])
  assert.ok(region.ok)
  for (const url of ['urn:all', 'http://hl7.org/fhir/ValueSet/administrative-gender']) {
    const codes = codesIn(region.value.terminology, url)
    assert.deepEqual(codes.ok && [...(codes.value.get('urn:homes') ?? [])], ['ty', 'teras'], url)
  }
  assert.ok(codesIn(region.value.terminology, 'http://hl7.org/fhir/ValueSet/name-use').ok)
})

test('a file that is no resource keeps us from starting, by its name; so does a folder that is not there', () => {
  const broken = mkdtempSync(join(folder, 'broken-'))
  writeFileSync(join(broken, 'homes.json'), '{')
  assert.deepEqual(regionDefinitions([broken]), { ok: false, problem: { file: join(broken, 'homes.json') } })
  const gone = join(folder, 'gone')
  assert.deepEqual(regionDefinitions([gone]), { ok: false, problem: { file: gone } })
})

const published = [
  'uk-core/codesystems',
  'uk-core/valuesets',
  'uk-core/conceptmaps',
  'wales-fhir/CodeSystems',
  'wales-fhir/ValueSets',
  'wales-fhir/ConceptMaps',
].map(one => join(shared, one))
const here = published.every(existsSync)

test('of UK Core and FHIR Standards Wales, every set is enumerated or says what is missing', {
  skip: !here && 'the shared data is not here',
}, () => {
  const region = regionDefinitions(published)
  assert.ok(region.ok)
  const own = region.value.terminology.sets.filter(({ url }) => /fhir\.nhs\.wales|fhir\.hl7\.org\.uk/.test(url ?? ''))
  const answers = own.map(({ url = '' }) => codesIn(region.value.terminology, url))
  const elsewhere = answers.flatMap(answer => (answer.ok ? [] : [answer.problem.about]))
  const ofElsewhere = elsewhere.filter(about => /snomed|dmd/.test(about))
  // What is left is missing from the publication itself: a name that is spelt in two ways, a version that is not there.
  assert.ok(
    own.length > 160 && elsewhere.length - ofElsewhere.length <= 5,
    elsewhere.filter(about => !ofElsewhere.includes(about)).join(),
  )

  const sex = codesIn(region.value.terminology, 'https://fhir.nhs.wales/ValueSet/DataStandardsWales-Sex')
  assert.ok(sex.ok && sex.value.get('https://fhir.nhs.wales/CodeSystem/DataStandardsWales-Sex')?.has('F'))
  const [female] = translate(region.value.terminology, region.value.terminology.maps, {
    system: 'https://fhir.nhs.wales/CodeSystem/DataStandardsWales-Sex',
    code: 'F',
    source: undefined,
    target: 'https://fhir.hl7.org.uk/ValueSet/UKCore-BirthSex',
    targetSystem: undefined,
    reverse: false,
  })
  assert.deepEqual([female?.equivalence, female?.code], ['equal', 'F'])
})
