import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import type { Bundle, FhirResource, ServiceRequest } from 'fhir/r4.js'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { personOf } from '#record/person/link/persons.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region, region } from '#test/kit.ts'
import type { HandOver } from '#work/hand-over/hand-over.ts'
import { handOversAbout } from '#work/hand-over/read.ts'
import { readLedger } from '#work/ledger/read-ledger.ts'
import { findOtherPlan, otherPlansOf } from '#work/other-plan/read-other-plans.ts'
import type { WholeMap } from '#work/sender/map.ts'
import { readMapVersions } from '#work/sender/read-senders.ts'
import { writeMap } from '#work/sender/write-map.ts'
import { rawOfBundle, readEnvelope } from './envelope.ts'
import { receiveBundle } from './receive.ts'

// Llanfeilir Surgery's own system refers Mair to the reablement team.
const MAIR = personId('mair-pritchard')
const REFERRAL = readFileSync(new URL('../../../../seed/region/bundles/mair-referred.json', import.meta.url))
const SURGERY = 'cyfeirio-llanfeilir'
let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('a referral becomes a record of Mair by the surgery, the request, and what it rests on', async () => {
  assert.deepEqual(await send(REFERRAL), { outcome: 'applied' })
  const request = (await own('ServiceRequest'))[0]?.content as unknown as ServiceRequest
  assert.equal(
    request.reasonCode?.[0]?.text,
    'Unsteady on the stairs since last month; wants to go on sleeping upstairs.',
  )
  assert.equal(request.identifier?.[0]?.value, 'R-2026-118')
  const [record] = await here.store.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('localId', '=', 'https://llanfeilir.example/patient|4711')
    .execute()
  assert.equal(request.subject.reference, `Patient/${record?.id}`)
  assert.equal(await transaction(here.store, tx => personOf(tx, record!.id)), MAIR)
})

test('the reablement team is asked, and must answer', async () => {
  const [asked] = await openTo('aled-jenkins')
  assert.equal(asked?.asks, 'Unsteady on the stairs since last month; wants to go on sleeping upstairs.')
  assert.equal(asked?.urgency, 'soon')
  assert.equal(asked?.answer, undefined)
  assert.equal(asked?.from, undefined)
})

test('what refers to another part of it refers to that part as it is kept here, and the doctor goes with it', async () => {
  const request = (await own('ServiceRequest'))[0]?.content as unknown as ServiceRequest
  const [observation] = await own('Observation')
  assert.equal(request.supportingInfo?.[0]?.reference, `Observation/${observation?.id}`)
  const doctor = request.contained?.find(({ resourceType }) => resourceType === 'PractitionerRole')
  assert.equal(request.requester?.reference, `#${doctor?.id}`)
  assert.deepEqual(
    request.contained?.map(({ resourceType }) => resourceType),
    ['PractitionerRole', 'Organization'],
  )
})

test('sent again it is a repeat; other bytes under the same name are put aside', async () => {
  assert.deepEqual(await send(REFERRAL), { outcome: 'duplicate' })
  const other = changed(bundle => Object.assign(bundle, { timestamp: '2026-11-22T08:41:00Z' }))
  assert.deepEqual(await reasonOf(other), 'feed.controlIdReused')
})

test('a later state of the referral is a new version of it, an earlier one that comes late changes nothing, and a revoked one asks nobody', async () => {
  const at = (timestamp: string, status: ServiceRequest['status'], name: string) =>
    changed(bundle => {
      bundle.timestamp = timestamp
      bundle.identifier = { value: name }
      for (const { resource } of bundle.entry ?? [])
        if (resource?.resourceType === 'ServiceRequest') resource.status = status
    })
  assert.equal((await send(at('2026-11-22T12:00:00Z', 'revoked', 'LLF-REF-0003'))).outcome, 'applied')
  assert.equal((await send(at('2026-11-22T10:00:00Z', 'on-hold', 'LLF-REF-0002'))).outcome, 'applied')
  const requests = await own('ServiceRequest')
  assert.equal(requests.length, 1)
  const [request] = requests
  assert.equal((request?.content as ServiceRequest | undefined)?.status, 'revoked')
  assert.equal((await openTo('mair-pritchard'))[0]?.answer?.kind, 'withdrawn')
})

test('a kind of thing that the sender’s map does not know is put aside whole, until somebody says how private it is', async () => {
  const before = await own('Condition')
  const secret = changed(bundle => {
    bundle.identifier = { value: 'LLF-REF-0004' }
    bundle.entry?.push({
      fullUrl: 'urn:uuid:5b1f0a52-0c3e-4a3b-9a57-6f6f0e9d0007',
      resource: { resourceType: 'Condition', subject: { reference: bundle.entry[1]?.fullUrl ?? '' } },
    })
  })
  assert.equal(await reasonOf(secret), 'feed.classUnknown')
  assert.deepEqual(await own('Condition'), before)
})

test('a system that nobody has let in is believed nothing', async () => {
  const taken = await receiveBundle(here.store, { client: 'somebody', key: 'one', body: REFERRAL }, '127.0.0.1')
  assert.equal('reason' in taken && taken.reason, 'feed.unknownSender')
})

test('what is no message and no transaction, or is not about one person, is not taken in, and the reason is said', async () => {
  const without = (type: string) =>
    changed(bundle => {
      bundle.identifier = { value: `without ${type}` }
      bundle.entry = bundle.entry?.filter(({ resource }) => resource?.resourceType !== type) ?? []
    })
  assert.equal(await reasonOf(Buffer.from('MSH|^~\\&|')), 'fhir.notFhir')
  assert.equal(await reasonOf(Buffer.from('{"resourceType":"Patient"}')), 'fhir.notFhir')
  assert.equal(await reasonOf(Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`)), 'fhir.tooDeep')
  assert.equal(await reasonOf(without('MessageHeader')), 'fhir.noHeader')
  assert.equal(await reasonOf(without('Patient')), 'fhir.onePatient')
  assert.equal(await reasonOf(changed(bundle => Object.assign(bundle, { type: 'transaction' }))), 'fhir.onlyPutAndPost')
  const aboutNobody = changed(bundle => {
    bundle.identifier = { value: 'about nobody' }
    bundle.entry?.push({
      fullUrl: 'urn:uuid:5b1f0a52-0c3e-4a3b-9a57-6f6f0e9d0008',
      resource: { resourceType: 'Basic', code: {} },
    })
  })
  assert.equal(await reasonOf(aboutNobody), 'fhir.aboutNobody')
})

test('the conclusion of a safeguarding enquiry is news, once, and its correction is none', async () => {
  await classed({ Condition: 'safeguarding-conclusion' })
  const concluded = (name: string, text: string) =>
    changed(bundle => {
      bundle.identifier = { value: name }
      const subject = { reference: bundle.entry?.[1]?.fullUrl ?? '' }
      const identifier = [{ system: 'https://llanfeilir.example/enquiries', value: 'E-1' }]
      bundle.entry?.push({
        fullUrl: 'urn:uuid:5b1f0a52-0c3e-4a3b-9a57-6f6f0e9d0009',
        resource: { resourceType: 'Condition', identifier, subject, code: { text } },
      })
    })
  assert.deepEqual(await send(concluded('concluded', 'Concluded')), { outcome: 'applied' })
  assert.deepEqual(await send(concluded('corrected', 'Concluded on 3 March')), { outcome: 'applied' })
  const raised = here.store.db.selectFrom('notice').select('resourceId').where('kind', '=', 'safeguarding-concluded')
  const [conclusion] = await own('Condition')
  assert.deepEqual(await raised.execute(), [{ resourceId: conclusion?.id }])
})

test('what is not what FHIR says it is, where it is read, and text that nothing can keep, are sent back', async () => {
  const spoilt = (change: (patient: Record<string, unknown>) => void) =>
    changed(bundle => {
      bundle.identifier = { value: 'of another shape' }
      const patient = bundle.entry?.find(({ resource }) => resource?.resourceType === 'Patient')?.resource
      change(patient as unknown as Record<string, unknown>)
    })
  const changes: ((patient: Record<string, unknown>) => void)[] = [
    patient => Object.assign(patient, { name: { family: 'Pritchard' } }),
    patient => Object.assign(patient, { name: [{ family: 'Pritchard', given: [{}] }] }),
    patient => Object.assign(patient, { birthDate: 19420317 }),
    patient => Object.assign(patient, { name: [{ family: 'Prit\0chard' }] }),
    patient => Object.assign(patient, { name: [{ family: 'Prit\ud800chard' }] }),
  ]
  for (const change of changes) assert.equal(await reasonOf(spoilt(change)), 'fhir.notFhir')
})

test('a transaction of the same is taken in as well', async () => {
  const transaction = changed(bundle => {
    bundle.type = 'transaction'
    bundle.identifier = { value: 'LLF-TX-1' }
    bundle.entry =
      bundle.entry
        ?.slice(1)
        .map(entry => ({ ...entry, request: { method: 'POST', url: entry.resource?.resourceType ?? '' } })) ?? []
  })
  assert.deepEqual(await send(transaction), { outcome: 'applied' })
  assert.equal((await own('ServiceRequest')).length, 1)
})

test('a care plan that comes as a document is kept byte for byte, shown beside her plan, and another state of it is a new version', async () => {
  const document = planDocument('Cerdded at y siop', 'LLF-PLAN-1')
  assert.equal(await reasonOf(document), 'feed.classUnknown')
  await classed({ CarePlan: 'care-and-support' })
  assert.deepEqual(await send(planDocument('Cerdded at y siop', 'LLF-PLAN-2')), { outcome: 'applied' })
  const later = planDocument('Cerdded at y capel', 'LLF-PLAN-2', '2026-11-22T12:00:00Z')
  assert.equal(
    (await receiveBundle(here.store, { client: SURGERY, key: 'later', body: later }, '127.0.0.1')).outcome,
    'applied',
  )
  const plans = await here.look('sioned-evans', 'mair-pritchard', otherPlansOf)
  assert.ok(plans.ok)
  const [plan, ...others] = plans.value.filter(({ contributor }) => contributor !== undefined)
  assert.ok(plan && others.length === 0)
  const found = await here.look('sioned-evans', 'mair-pritchard', (tx, access) => findOtherPlan(tx, access, plan.id))
  assert.ok(found.ok && found.value?.bytes.equals(later))
  assert.deepEqual((await own('CarePlan')).length, 0)
})

test('a document that mixes what must be kept apart waits, and none of it is shown', async () => {
  await classed({ Condition: 'mental-health', AllergyIntolerance: 'sexual-health' })
  const mixed = planDocument('Cerdded', 'LLF-PLAN-3', undefined, ['Condition', 'AllergyIntolerance'])
  assert.equal(await reasonOf(mixed), 'fhir.privateMix')
  const one = planDocument('Cerdded', 'LLF-PLAN-4', undefined, ['Condition'])
  assert.deepEqual(await send(one), { outcome: 'applied' })
  const classes = await here.store.db
    .selectFrom('resource')
    .select('dataClass')
    .where('businessKey', '=', 'other-plan/LLF-PLAN-4')
    .execute()
  assert.deepEqual(classes, [{ dataClass: 'mental-health' }])
})

test('everything that came is in the ledger once', async () => {
  const lines = await transaction(here.store, readLedger)
  for (const { received, applied, duplicate, quarantined, refused } of lines)
    assert.equal(received, applied + duplicate + quarantined + refused)
})

test('whatever was sent is read again from what was kept, byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array(), bytes => {
      const body = Buffer.from(bytes)
      const again = readEnvelope(rawOfBundle({ client: SURGERY, key: 'a key', body }))
      assert.deepEqual(again, { ok: true, value: { client: SURGERY, key: 'a key', body } })
    }),
  )
})

async function openTo(account: string): Promise<HandOver[]> {
  const read = await here.look(account, 'mair-pritchard', handOversAbout)
  return read.ok ? read.value : []
}

/** Has the surgery's map say besides how private these are. */
async function classed(codes: Readonly<Record<string, DataClass>>): Promise<void> {
  const officer = actorOf('steffan-howells') as WorkerActor
  await transactionInTurn(here.store, async tx => {
    const senderId = seedId.sender(SURGERY, 'FHIR')
    const [newest] = await readMapVersions(tx, senderId)
    assert.ok(newest)
    const { classes, ...rest } = newest.map as WholeMap
    const resources = { ...classes?.resources, codes: { ...classes?.resources?.codes, ...codes } }
    const map = { ...rest, classes: { ...classes, resources } }
    assert.ok((await writeMap(tx, officer, { senderId, from: newest.version, map, reason: 'Enquiries' })).ok)
  })
}

function send(body: Buffer) {
  return receiveBundle(here.store, { client: SURGERY, key: undefined, body }, '127.0.0.1')
}

async function reasonOf(body: Buffer): Promise<string | undefined> {
  const taken = await send(body)
  return 'reason' in taken ? taken.reason : undefined
}

/** The referral with something else in it. */
function changed(change: (bundle: Bundle<FhirResource>) => void): Buffer {
  const bundle = JSON.parse(String(REFERRAL)) as Bundle<FhirResource>
  change(bundle)
  return Buffer.from(JSON.stringify(bundle))
}

/** A document with a care plan of Mair's. */
function planDocument(goal: string, name: string, timestamp = '2026-11-22T08:50:00Z', more: string[] = []): Buffer {
  const referral = JSON.parse(String(REFERRAL)) as Bundle<FhirResource>
  const patient = referral.entry?.find(({ resource }) => resource?.resourceType === 'Patient')
  const subject = { reference: patient?.fullUrl ?? '' }
  const entry = [
    { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Composition', status: 'final', subject } },
    patient,
    {
      fullUrl: 'urn:uuid:2',
      resource: { resourceType: 'CarePlan', title: 'Cynllun', goal: [{ display: goal }], subject },
    },
    ...more.map(resourceType => ({ fullUrl: `urn:uuid:${resourceType}`, resource: { resourceType, subject } })),
  ]
  return Buffer.from(
    JSON.stringify({ resourceType: 'Bundle', type: 'document', identifier: { value: name }, timestamp, entry }),
  )
}

/** What the surgery's system has brought of one type. */
function own(type: string) {
  return here.store.db
    .selectFrom('resource')
    .select(['id', 'content'])
    .where('type', '=', type)
    .where('businessKey', 'like', 'fhir/%')
    .execute()
}
