import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, OperationOutcome } from 'fhir/r4.js'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { profilesOf } from '#ground/fhir/validate/profile/profiles.ts'
import { region, whoIsNamed } from '#test/kit.ts'
import { codeOf, testDoor } from '../test-door.ts'

const here = await region()
const NAMED = 'https://cydofal.example/fhir/StructureDefinition/named'
const BORN = 'https://cydofal.example/fhir/StructureDefinition/born'
/** Of everybody a name is wanted, and of those who say that they keep to it, when they were born. */
const profiles = profilesOf(
  [[NAMED, 'Patient.name'] as const, [BORN, 'Patient.birthDate'] as const].map(([url, path]) => ({
    resourceType: 'StructureDefinition',
    url,
    name: 'Named',
    status: 'active',
    kind: 'resource',
    abstract: false,
    type: 'Patient',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient',
    derivation: 'constraint',
    differential: { element: [{ id: path, path, min: 1 }] },
  })),
  [NAMED],
  r4Terminology(),
)
assert.ok(profiles.ok)
const door = await testDoor(here.store, whoIsNamed, undefined, undefined, profiles.value)
after(() => door.stop())

const sioned = (await here.visitorOf('sioned-evans')).post?.id
const token = door.issuer.token({
  ...door.issuer.claims('sioned-evans', here.clock.now(), sioned),
  scope: 'user/*.cruds',
})
const ask = (type: string, sent: object, by: string | undefined = token, language = 'en') =>
  door.ask(`/fhir/${type}/$validate`, by, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json', 'accept-language': language },
    body: JSON.stringify(sent),
  })
const patient = { resourceType: 'Patient', name: [{ text: 'Mair' }] }
const parameters = (resource: object) => ({ resourceType: 'Parameters', parameter: [{ name: 'resource', resource }] })

test('an app asks whether a resource would be taken, and nothing is kept', async () => {
  const count = () =>
    here.store.db
      .selectFrom('resource')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow()
  const before = await count()
  for (const sent of [patient, parameters(patient)]) {
    const { status, resource } = await ask('Patient', sent)
    assert.equal(status, 200)
    assert.deepEqual(
      (resource as OperationOutcome).issue.map(({ severity }) => severity),
      ['information'],
    )
  }
  assert.deepEqual(await count(), before)
})

test('what is wrong is told with its element, in the language of whoever asks', async () => {
  for (const sent of [{ ...patient, gender: 'f' }, parameters({ ...patient, gender: 'f' })]) {
    const { status, resource } = await ask('Patient', sent)
    const [issue] = (resource as OperationOutcome).issue
    assert.deepEqual([status, issue?.code, issue?.expression], [200, 'code-invalid', ['Patient.gender']])
  }
  const welsh = await ask('Patient', { ...patient, gender: 'f' }, token, 'cy')
  const english = await ask('Patient', { ...patient, gender: 'f' })
  const textOf = (answer: typeof welsh) => (answer.resource as OperationOutcome).issue[0]?.details?.text
  assert.notEqual(textOf(welsh), textOf(english))
})

test('nobody is answered without a token, and a profile is not said to have been asked', async () => {
  assert.equal((await ask('Patient', patient, 'none')).status, 401)
  assert.equal(codeOf(await ask('Goal', patient)), 'wrong-type')
  const parameter = [...parameters(patient).parameter, { name: 'profile', valueUri: 'https://example.org/a' }]
  assert.equal(codeOf(await ask('Patient', { resourceType: 'Parameters', parameter })), 'body-not-understood')
})

test('what a region turns on is asked of everything that is sent, and a profile besides where one is named', async () => {
  const nameless = { resourceType: 'Patient', gender: 'female' }
  const issuesOf = ({ resource }: Awaited<ReturnType<typeof ask>>) =>
    (resource as OperationOutcome).issue.map(({ code, expression }) => [code, expression?.[0]])
  const validated = await ask('Patient', nameless)
  assert.deepEqual(issuesOf(validated), [['required', 'Patient.name']])
  assert.match((validated.resource as OperationOutcome).issue[0]?.diagnostics ?? '', new RegExp(NAMED))
  const parameter = [...parameters(patient).parameter, { name: 'profile', valueUri: BORN }]
  assert.deepEqual(issuesOf(await ask('Patient', { resourceType: 'Parameters', parameter })), [
    ['required', 'Patient.birthDate'],
  ])
  const send = (sent: object, to = '/Patient') =>
    door.ask(`/fhir${to}`, token, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(sent),
    })
  assert.equal((await send(nameless)).status, 422)
  assert.equal((await send({ ...patient, meta: { profile: [BORN] } })).status, 422)
  const bundle = (type: string) => ({
    resourceType: 'Bundle',
    type,
    entry: [{ resource: nameless, request: { method: 'POST', url: 'Patient' } }],
  })
  assert.equal((await send(bundle('transaction'), '')).status, 422)
  const batch = (await send(bundle('batch'), '')).resource as Bundle
  assert.match(batch.entry?.[0]?.response?.status ?? '', /^422/)
})
