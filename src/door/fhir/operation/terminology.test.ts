import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Parameters, TerminologyCapabilities, ValueSet } from 'fhir/r4.js'
import { region, whoIsNamed } from '#test/kit.ts'
import { codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const token = await door.issuer.token(door.issuer.claims('mair-pritchard', here.clock.now()))

const GENDER = 'http://hl7.org/fhir/administrative-gender'
const GENDERS = 'http://hl7.org/fhir/ValueSet/administrative-gender'
const SNOMED = 'http://snomed.info/sct'

const ask = (path: string, headers = {}) => door.ask(`/fhir/${path}`, token, { headers })
const send = (path: string, body: unknown) =>
  door.ask(`/fhir/${path}`, token, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(body),
  })
const parameters = (...parameter: unknown[]) => ({ resourceType: 'Parameters', parameter })
const said = (answer: { resource: unknown }, name: string) => {
  const found = (answer.resource as Parameters).parameter?.find(one => one.name === name)
  return Object.entries(found ?? {}).find(([key]) => key.startsWith('value'))?.[1] as unknown
}

test('a value set is expanded for whoever brings a token, and for nobody else', async () => {
  const answer = await ask(`ValueSet/$expand?url=${GENDERS}&filter=fem`)
  const { expansion } = answer.resource as ValueSet
  assert.deepEqual(expansion?.contains, [{ system: GENDER, version: '4.0.1', code: 'female', display: 'Female' }])
  assert.equal(expansion?.timestamp, here.clock.now().toISOString())
  assert.equal(codeOf(await door.ask(`/fhir/ValueSet/$expand?url=${GENDERS}`)), 'no-token')
})

test('the same is answered to Parameters in a body, and to a value set that is sent along', async () => {
  const [byAddress, byBody] = [
    await ask(`ValueSet/$expand?url=${GENDERS}&count=2&offset=1`),
    await send(
      'ValueSet/$expand',
      parameters(
        { name: 'url', valueUri: GENDERS },
        { name: 'count', valueInteger: 2 },
        { name: 'offset', valueInteger: 1 },
      ),
    ),
  ]
  assert.equal(byBody.text, byAddress.text)
  const own = {
    resourceType: 'ValueSet',
    status: 'draft',
    compose: { include: [{ system: GENDER, concept: [{ code: 'other' }] }] },
  }
  for (const body of [own, parameters({ name: 'valueSet', resource: own })]) {
    const { expansion } = (await send('ValueSet/$expand', body)).resource as ValueSet
    assert.deepEqual(
      expansion?.contains?.map(({ code, display }) => [code, display]),
      [['other', 'Other']],
    )
  }
})

test('what cannot be named is said, in the reader’s language, and never guessed', async () => {
  const all = await send('ValueSet/$expand', {
    resourceType: 'ValueSet',
    status: 'draft',
    compose: { include: [{ system: SNOMED }] },
  })
  assert.deepEqual([all.status, codeOf(all)], [422, 'without-end'])
  assert.match(all.text, /"too-costly"/)
  const nobodys = await ask('ValueSet/$expand?url=urn:nobodys', { 'accept-language': 'cy' })
  assert.deepEqual([nobodys.status, codeOf(nobodys)], [404, 'value-set-not-held'])
  assert.match(nobodys.text, /Ni chedwir y set werthoedd urn:nobodys yma/)
  assert.equal(codeOf(await ask(`CodeSystem/$lookup?system=${SNOMED}&code=73211009`)), 'code-system-not-held')
  assert.equal(codeOf(await ask(`CodeSystem/$lookup?system=${GENDER}&code=x`)), 'code-not-held')
  assert.equal(
    codeOf(await ask(`ConceptMap/$translate?url=urn:nobodys&system=${GENDER}&code=male`)),
    'concept-map-not-held',
  )
})

test('a code is in a value set, in a code system, or not', async () => {
  for (const [path, result] of [
    [`ValueSet/$validate-code?url=${GENDERS}&system=${GENDER}&code=female`, true],
    [`ValueSet/$validate-code?url=${GENDERS}&code=female&display=Female`, true],
    [`ValueSet/$validate-code?url=${GENDERS}&code=female&display=Male`, false],
    [`ValueSet/$validate-code?url=${GENDERS}&system=${GENDER}&code=benyw`, false],
    [`CodeSystem/$validate-code?url=${GENDER}&code=male`, true],
    [`CodeSystem/$validate-code?url=${GENDER}&code=gwryw`, false],
  ] as const) {
    assert.equal(said(await ask(path), 'result'), result, path)
  }
  const concept = {
    coding: [
      { system: SNOMED, code: '248152002' },
      { system: GENDER, code: 'female' },
    ],
  }
  const either = await send(
    'ValueSet/$validate-code',
    parameters({ name: 'url', valueUri: GENDERS }, { name: 'codeableConcept', valueCodeableConcept: concept }),
  )
  assert.deepEqual([said(either, 'result'), said(either, 'system')], [true, GENDER])
})

test('a code is looked up, compared and translated', async () => {
  const role = 'http://terminology.hl7.org/CodeSystem/v3-RoleCode'
  const looked = await ask(`CodeSystem/$lookup?system=${role}&code=DAU`)
  assert.match(String(said(looked, 'display')), /daughter/i)
  assert.match(looked.text, /"parent"/)
  const stands = async (a: string, b: string) =>
    said(await ask(`CodeSystem/$subsumes?system=${role}&codeA=${a}&codeB=${b}`), 'outcome')
  assert.deepEqual(
    [await stands('CHILD', 'DAU'), await stands('DAU', 'CHILD'), await stands('DAU', 'SON')],
    ['subsumes', 'subsumed-by', 'not-subsumed'],
  )
  const translated = await ask(
    `ConceptMap/$translate?system=${GENDER}&code=female&targetsystem=http://terminology.hl7.org/CodeSystem/v2-0001`,
  )
  assert.equal(said(translated, 'result'), true)
  assert.match(translated.text, /"code":"F"/)
  const none = await ask(`ConceptMap/$translate?system=${GENDER}&code=nothing`)
  assert.deepEqual([said(none, 'result'), said(none, 'message')], [false, 'No translation is known.'])
})

test('what is asked badly is refused, and says which part', async () => {
  for (const [path, code] of [
    ['ValueSet/$expand', 'parameter-missing'],
    [`ValueSet/$expand?url=${GENDERS}&count=-1`, 'wrong-value'],
    [`ValueSet/$expand?url=${GENDERS}&url=${GENDERS}`, 'wrong-value'],
    [`ValueSet/$expand?url=${GENDERS}&context=x`, 'unknown-parameter'],
    [`ValueSet/$expand?url=${GENDERS}&activeOnly=perhaps`, 'wrong-value'],
    [`CodeSystem/$validate-code?url=${GENDER}`, 'parameter-missing'],
    [`CodeSystem/$subsumes?codeA=a&codeB=b`, 'parameter-missing'],
  ] as const) {
    assert.equal(codeOf(await ask(path)), code, path)
  }
  for (const [body, code] of [
    [[], 'body-not-understood'],
    [{ resourceType: 'Patient' }, 'body-not-understood'],
    [{ resourceType: 'ValueSet', compose: 'all' }, 'body-not-understood'],
    [parameters('url'), 'body-not-understood'],
    [parameters({ name: 'url' }), 'wrong-value'],
    [parameters({ name: '__proto__', valueString: 'x' }), 'unknown-parameter'],
    [parameters({ name: 'valueSet', resource: { resourceType: 'Patient' } }), 'body-not-understood'],
    [parameters({ name: 'url', valueUri: { deep: true } }), 'wrong-value'],
  ] as const) {
    const answer = await send('ValueSet/$expand', body)
    assert.deepEqual([answer.status, codeOf(answer)], [400, code], JSON.stringify(body))
  }
})

test('what is held is listed as FHIR lists it', async () => {
  const { resource } = await door.ask('/fhir/metadata?mode=terminology')
  const { codeSystem = [], expansion } = resource as TerminologyCapabilities
  assert.ok(codeSystem.length > 300 && codeSystem.some(({ uri }) => uri === GENDER))
  assert.equal(expansion?.paging, true)
  assert.equal(codeOf(await door.ask('/fhir/metadata?mode=normative')), 'wrong-value')
})
