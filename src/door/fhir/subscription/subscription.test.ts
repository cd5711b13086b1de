import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Bundle, FhirResource, Parameters, Subscription } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region, whoIsNamed } from '#test/kit.ts'
import type { Carrier } from '#work/outbox/carrier.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { beatHearts } from '#work/telling/subscription/heartbeat.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import { arrivedAt, letInLandlord, outcomesAt } from '#work/telling/test-partner.ts'
import { codeOf, testDoor } from '../test-door.ts'

// The system of Mair's landlord subscribes, with its own token, to what happens to those who are open to its housing officers.
const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const GWENNOL = await transaction(here.store, tx =>
  letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
)
const later = (minutes = 1) => here.clock.move(new Date(here.clock.now().getTime() + minutes * 60_000).toISOString())
const ENDPOINT = 'https://gwennol.example/hooks/cydofal'
const TOPIC = 'https://cydofal.example/fhir/SubscriptionTopic/'
const IG = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/'

test('it is told first that it is subscribed, and is not active before it has taken that', async () => {
  const { status, resource, headers } = await create()
  const made = resource as Subscription
  assert.equal(status, 201)
  assert.equal(headers.location, `https://cydofal.example/fhir/Subscription/${made.id}`)
  assert.equal(made.status, 'requested')
  const [handshake, ...more] = await notified()
  assert.deepEqual([typeOf(handshake), more.length, totalOf(handshake)], ['handshake', 0, '0'])
  assert.equal(((await read(made.id)).resource as Subscription).status, 'active')
})

test('Mair goes into hospital: each subscription is told that there is one, under its own numbers, and neither who nor why', async () => {
  later()
  await here.send('mair-admitted.hl7')
  await tellNotices(here.store)
  const [told, ...more] = await notified()
  assert.equal(more.length, 0)
  assert.deepEqual([typeOf(told), totalOf(told)], ['event-notification', '1'])
  assert.match(focusOf(told) ?? '', /^Encounter\/[0-9a-f-]{36}$/)
  assert.doesNotMatch(JSON.stringify(told), /Pritchard|9990000042|GW-20318|hip/i)
})

test('one that wants the thing itself is told whom by its own number, and nothing that is not open to it', async () => {
  const full = (await create({ content: 'full-resource', topic: 'discharge' })).resource as Subscription
  await notified()
  later()
  await here.send('mair-expected-home.hl7')
  await tellNotices(here.store)
  const [told] = await notified()
  const resources = (told?.entry ?? []).map(({ resource }) => resource)
  assert.deepEqual(
    resources.map(one => one?.resourceType),
    ['Parameters', 'Encounter', 'Patient'],
  )
  const [, encounter, patient] = resources as [FhirResource, { subject: { reference: string } }, { id: string }]
  assert.equal(encounter.subject.reference, `Patient/${patient.id}`)
  assert.match(JSON.stringify(patient), /GW-20318.*Pritchard/)
  assert.doesNotMatch(JSON.stringify(told), /hip pain|Dyfi|Felin/i)
  assert.equal((await end(full.id)).status, 204)
})

test('one that is for one person alone is told of nobody else, and whether there is such a person is not said', async () => {
  const about = (value: string) => `patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${value}`
  const nobodys = await create({ filter: about('9990000999'), topic: 'transfer' })
  const somebodys = await create({ filter: about('9990000042'), topic: 'transfer' })
  const bare = ({ resource }: typeof nobodys) => {
    const { id: _, meta: __, _criteria: ___, ...rest } = resource as Subscription
    return rest
  }
  assert.deepEqual(bare(nobodys), bare(somebodys))
  for (const { resource } of [nobodys, somebodys]) await end((resource as Subscription).id)
  await notified()
})

test('what she refuses while it waits is not sent, its number stands without anything, and nothing of it is told later', async () => {
  const one = (await create({ topic: 'discharge' })).resource as Subscription
  await notified()
  later()
  await here.send('mair-home.hl7')
  await tellNotices(here.store)
  const waiting = await events(one.id)
  assert.equal(focusOf(waiting)?.startsWith('Encounter/'), true)
  const before = await outcomesAt(here, GWENNOL)
  const wish = {
    kind: 'refuse',
    with: { organisationId: seedId.organisation('cartrefi-gwennol') },
    dataClasses: ['presence-in-hospital'],
  } as const
  const mair = personId('mair-pritchard')
  const made = await transaction(here.store, tx => makeWish(tx, citizenOf('mair-pritchard'), mair, wish))
  assert.ok(made.ok)
  assert.deepEqual(await notified(), [])
  const after = await outcomesAt(here, GWENNOL)
  assert.deepEqual(after, { ...before, 'not-open': (before['not-open'] ?? 0) + 1 })
  const told = await events(one.id, '?content=full-resource')
  assert.deepEqual([totalOf(told), focusOf(told), told.entry?.length], ['1', undefined, 1])
  await end(one.id)
})

test('after a quiet time it is told that all is well', async () => {
  const one = (await create({ topic: 'death', heartbeat: 60 })).resource as Subscription
  await notified()
  await beatHearts(here.store)
  assert.deepEqual(await notified(), [])
  later(2)
  await beatHearts(here.store)
  await beatHearts(here.store)
  assert.deepEqual((await notified()).map(typeOf), ['heartbeat'])
  await end(one.id)
})

test('one whose endpoint will not take the handshake is in error and says so, and is well when its system asks anew', async () => {
  const one = (await create({ topic: 'plan' })).resource as Subscription
  const rejects: Carrier = async () => ({ result: 'rejected', code: '410', said: 'Gone' })
  await sendNext(here.store, { https: rejects }, GWENNOL)
  const inError = (await read(one.id)).resource as Subscription
  assert.deepEqual([inError.status, inError.error], ['error', 'The receiver will not take it.'])
  const { text } = await door.ask(`/fhir/Subscription/${one.id}/$status`, system(), {
    headers: { 'accept-language': 'cy' },
  })
  assert.match(text, /"code":"outbox.rejected".*"text":"Ni fydd y derbynnydd/)
  later()
  const changed = await door.ask(`/fhir/Subscription/${one.id}`, system(), {
    method: 'PUT',
    ...body(asked({ topic: 'plan' })),
  })
  assert.deepEqual([changed.status, (changed.resource as Subscription).status], [200, 'requested'])
  await notified()
  assert.equal(((await read(one.id)).resource as Subscription).status, 'active')
  await end(one.id)
})

test('one that has ended is told nothing any more, not even what waited', async () => {
  const one = (await create({ topic: 'home' })).resource as Subscription
  assert.equal((await end(one.id)).status, 204)
  assert.deepEqual(await notified(), [])
  assert.equal(((await read(one.id)).resource as Subscription).status, 'off')
})

test('what its receiver wants to be shown is never read out', async () => {
  const { resource } = await create({ topic: 'home', header: ['Authorization: Bearer a-secret'] })
  const one = resource as Subscription
  assert.doesNotMatch(JSON.stringify([resource, (await read(one.id)).resource]), /secret/)
  await end(one.id)
})

for (const [why, wrong, code] of [
  ['an endpoint elsewhere', { endpoint: 'https://elsewhere.example/hooks/cydofal' }, 'endpoint-not-let-in'],
  ['an endpoint beside the one let in', { endpoint: 'https://gwennol.example/admin' }, 'endpoint-not-let-in'],
  ['a search for a topic', { criteria: 'Encounter?patient=1' }, 'subscription-not-taken'],
  ['a filter that is not kept to', { filter: 'patient.name=Mair' }, 'subscription-not-taken'],
  ['another header', { header: ['Host: inside.example'] }, 'subscription-not-taken'],
  ['a header in two lines', { header: ['Authorization: a\r\nHost: inside'] }, 'subscription-not-taken'],
  ['a heartbeat each second', { heartbeat: 1 }, 'subscription-not-taken'],
  ['an e-mail', { type: 'email' }, 'subscription-not-taken'],
] as const) {
  test(`a subscription with ${why} is not taken`, async () => {
    const answer = await create(wrong)
    assert.deepEqual([answer.status, codeOf(answer)], [422, code])
  })
}

test('somebody else’s subscription is as one that is not there, and a token for less, or a person’s, makes none', async () => {
  const one = (await create({ topic: 'practice' })).resource as Subscription
  const others = system({ sub: 'another', client_id: 'another' })
  for (const path of ['', '/$status', '/$events']) {
    const [theirs, nobodys] = [
      await door.ask(`/fhir/Subscription/${one.id}${path}`, others),
      await door.ask(`/fhir/Subscription/${personId('mair-pritchard')}${path}`, others),
    ]
    assert.deepEqual([theirs.status, theirs.text], [404, nobodys.text], path)
  }
  assert.equal((await door.ask(`/fhir/Subscription/${one.id}`, others, { method: 'DELETE' })).status, 404)
  assert.equal(((await door.ask('/fhir/Subscription', others)).resource as Bundle).total, 0)
  assert.equal((await create({}, system({ scope: 'system/Subscription.r' }))).status, 403)
  const person = door.issuer.token({ ...door.issuer.claims('sioned-evans', here.clock.now()), scope: 'system/*.cruds' })
  assert.equal((await create({}, person)).status, 401)
  await end(one.id)
})

interface Wanted {
  readonly topic: string
  readonly endpoint: string
  readonly criteria: string
  readonly content: string
  readonly filter: string
  readonly heartbeat: number
  readonly header: readonly string[]
  readonly type: string
}

function asked({ topic = 'admission', endpoint = ENDPOINT, type = 'rest-hook', ...wanted }: Partial<Wanted> = {}) {
  const extended = (url: string, value: object) => ({ extension: [{ url: `${IG}${url}`, ...value }] })
  return {
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'To look after homes that stand empty',
    criteria: wanted.criteria ?? `${TOPIC}${topic}`,
    ...(wanted.filter && { _criteria: extended('backport-filter-criteria', { valueString: wanted.filter }) }),
    channel: {
      ...(wanted.heartbeat && extended('backport-heartbeat-period', { valueUnsignedInt: wanted.heartbeat })),
      type,
      endpoint,
      payload: 'application/fhir+json',
      ...(wanted.content && { _payload: extended('backport-payload-content', { valueCode: wanted.content }) }),
      ...(wanted.header && { header: wanted.header }),
    },
  }
}

function system(besides: Readonly<Record<string, unknown>> = {}): string {
  const claims = door.issuer.claims('gwennol', here.clock.now())
  return door.issuer.token({ ...claims, client_id: 'gwennol', scope: 'system/Subscription.cruds', ...besides })
}

function body(resource: object) {
  return { headers: { 'content-type': 'application/fhir+json' }, body: JSON.stringify(resource) }
}

function create(wanted: Partial<Wanted> = {}, token = system()) {
  return door.ask('/fhir/Subscription', token, { method: 'POST', ...body(asked(wanted)) })
}

function read(id: string | undefined) {
  return door.ask(`/fhir/Subscription/${id}`, system())
}

function end(id: string | undefined) {
  return door.ask(`/fhir/Subscription/${id}`, system(), { method: 'DELETE' })
}

async function events(id: string | undefined, query = ''): Promise<Bundle> {
  return (await door.ask(`/fhir/Subscription/${id}/$events${query}`, system())).resource as Bundle
}

/** What arrives at the endpoints now. */
async function notified(): Promise<Bundle[]> {
  return (await arrivedAt(here, GWENNOL)).map(text => JSON.parse(text) as Bundle)
}

function parameterOf(bundle: Bundle | undefined, name: string) {
  return (bundle?.entry?.[0]?.resource as Parameters | undefined)?.parameter?.find(one => one.name === name)
}

function typeOf(bundle: Bundle | undefined): string | undefined {
  return parameterOf(bundle, 'type')?.valueCode
}

function totalOf(bundle: Bundle | undefined): string | undefined {
  return parameterOf(bundle, 'events-since-subscription-start')?.valueString
}

function focusOf(bundle: Bundle | undefined): string | undefined {
  return parameterOf(bundle, 'notification-event')?.part?.find(({ name }) => name === 'focus')?.valueReference
    ?.reference
}
