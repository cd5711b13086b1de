import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Bundle, FhirResource, ServiceRequest } from 'fhir/r4.js'
import { type Region, region } from '#test/kit.ts'
import { receiveBundle } from './receive.ts'

// Llanfeilir Surgery's own system tells of what it holds as it changes.
const REFERRAL = readFileSync(new URL('../../../../seed/region/bundles/mair-referred.json', import.meta.url))
let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('what another system’s subscription pushes is taken in: that its line stands, and that the referral is on hold', async () => {
  assert.deepEqual(await send(notification('handshake', [])), { outcome: 'applied' })
  assert.deepEqual(await send(notification('heartbeat', [])), { outcome: 'applied' })
  const told = JSON.parse(String(REFERRAL)) as Bundle<FhirResource>
  const entry = told.entry?.slice(1).map(({ fullUrl, resource }) => ({
    fullUrl,
    resource: resource?.resourceType === 'ServiceRequest' ? { ...resource, status: 'on-hold' } : resource,
    request: { method: 'PUT', url: resource?.resourceType },
  }))
  assert.deepEqual(await send(notification('event-notification', entry ?? [])), { outcome: 'applied' })
  const [request] = await here.store.db
    .selectFrom('resource')
    .select('content')
    .where('type', '=', 'ServiceRequest')
    .where('businessKey', 'like', 'fhir/%')
    .execute()
  assert.equal((request?.content as ServiceRequest | undefined)?.status, 'on-hold')
})

test('a notification that only names what has changed is sent back, and so is one that says nothing of itself', async () => {
  const named = [
    { fullUrl: 'https://llanfeilir.example/ServiceRequest/1', request: { method: 'PUT', url: 'ServiceRequest/1' } },
  ]
  assert.equal(await reasonOf(notification('event-notification', named)), 'fhir.onlyNamed')
  assert.equal(await reasonOf(notification('event-notification', [])), 'fhir.onlyNamed')
  assert.equal(await reasonOf(notification('query-event', [])), 'fhir.notFhir')
  const withoutStatus = { ...(JSON.parse(String(REFERRAL)) as Bundle), type: 'history' }
  assert.equal(await reasonOf(Buffer.from(JSON.stringify(withoutStatus))), 'fhir.notFhir')
})

/** A notification as the backport of topic-based subscriptions to R4 has it. */
function notification(type: string, entry: readonly object[]): Buffer {
  const status = {
    resourceType: 'Parameters',
    parameter: [
      { name: 'subscription', valueReference: { reference: 'https://llanfeilir.example/Subscription/1' } },
      { name: 'status', valueCode: 'active' },
      { name: 'type', valueCode: type },
    ],
  }
  const all = [{ fullUrl: 'urn:uuid:5b1f0a52-0c3e-4a3b-9a57-6f6f0e9d0010', resource: status }, ...entry]
  return Buffer.from(
    JSON.stringify({ resourceType: 'Bundle', type: 'history', timestamp: '2026-11-22T13:00:00Z', entry: all }),
  )
}

function send(body: Buffer) {
  return receiveBundle(here.store, { client: 'cyfeirio-llanfeilir', key: undefined, body }, '127.0.0.1')
}

async function reasonOf(body: Buffer): Promise<string | undefined> {
  const taken = await send(body)
  return 'reason' in taken ? taken.reason : undefined
}
