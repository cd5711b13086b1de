import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { OperationOutcome } from 'fhir/r4.js'
import { region, whoIsNamed } from '#test/kit.ts'
import { codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
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
