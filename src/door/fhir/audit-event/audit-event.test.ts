import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AuditEvent, CodeableConcept } from 'fhir/r4.js'
import { LANGUAGES, sayIn } from '#ground/language/say.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { PURPOSES } from '#record/sharing/vocabulary.ts'
import { auditEventOf } from './audit-event.ts'
import { SHAPE_OF_DOING } from './shape.ts'
import { faultsOf, patternOf } from './test-balp.ts'
import { entryMadeUp, MAIR, OTHERS } from './test-entry.ts'

const origin = 'https://cydofal.example'
const DOINGS = Object.keys(SHAPE_OF_DOING) as TrailEntry['doing'][]

const told = (entry: Partial<TrailEntry> = {}, language: 'en' | 'cy' = 'en') =>
  auditEventOf(entryMadeUp(entry), { personId: MAIR, origin, say: sayIn(language) })

test('whatever is done, by whomever, allowed or refused, in either language: the event is what its pattern asks for', () => {
  let checked = 0
  for (const language of LANGUAGES) {
    for (const doing of DOINGS) {
      for (const [who, by] of Object.entries({ sioned: {}, ...OTHERS })) {
        const allowed = told({ ...by, doing }, language)
        const refused = told({ ...by, doing, allowed: false, released: [], failed: ['relationship-holds'] }, language)
        for (const event of [allowed, refused]) assert.deepEqual(faultsOf(event), [], `${doing} by ${who}`)
        checked += 2
      }
    }
  }
  assert.equal(checked, 2 * DOINGS.length * 5 * 2)
})

test('a look is a read: Mair’s social worker, her job and employer, what for, and the clause that let her', () => {
  const event = told()
  assert.equal(patternOf(event), 'IHE.BasicAudit.PatientRead')
  const [sioned, council] = event.agent
  assert.deepEqual(
    [sioned?.name, sioned?.role?.[0]?.coding?.[0]?.code, sioned?.requestor],
    ['Sioned Evans', 'social-worker', true],
  )
  assert.deepEqual(sioned?.policy, ['https://cydofal.example/fhir/agreement/abc#clause-2'])
  assert.equal(council?.who?.identifier?.value, 'cyngor-dyffryn-banadl')
  assert.deepEqual(codes(event.purposeOfEvent?.[0]), ['TREAT', 'direct-care'])
})

test('what was seen is told class by class: whose it was, and what allowed it', () => {
  const wish = { kind: 'wish', wish: 'a5b0c7de-4a53-4b6e-9a53-6a8f4f1c9b22' } as const
  const released = [
    ...entryMadeUp().released,
    { contributor: 'bwrdd-iechyd', dataClass: 'hospital-care', because: wish } as const,
  ]
  const seen = told({ released }).entity?.filter(({ detail }) => detail !== undefined) ?? []
  assert.deepEqual(
    seen.map(({ what, securityLabel, detail }) => [
      what?.identifier?.value,
      securityLabel?.[0]?.code,
      detail?.[0]?.valueString,
    ]),
    [
      ['person', 'plan', 'https://cydofal.example/fhir/agreement/abc#clause-2'],
      ['bwrdd-iechyd', 'hospital-care', `urn:uuid:${wish.wish}`],
    ],
  )
})

test('a list and a search are queries, with what was asked', () => {
  for (const doing of ['list', 'search'] as const) {
    assert.equal(patternOf(told({ doing, place: 'people' })), 'IHE.BasicAudit.PatientQuery')
  }
  const asked = told(OTHERS.app).entity?.find(({ query }) => query !== undefined)?.query ?? ''
  assert.equal(Buffer.from(asked, 'base64').toString(), `/fhir/AuditEvent?patient=${MAIR}`)
})

test('an app that reads one thing by its address reads, and is named with its token beside whom it asked for', () => {
  const through = { app: 'my-health', token: 'one', request: '/fhir/AuditEvent/1' }
  const event = told({ ...OTHERS.app, through })
  assert.equal(patternOf(event), 'IHE.BasicAudit.PatientRead')
  const app = event.agent.find(({ who }) => who?.identifier?.value === 'my-health')
  assert.deepEqual([app?.requestor, app?.policy], [false, ['urn:ietf:params:oauth:jti:one']])
})

test('being told at once, and taking a copy away, are disclosures of ours', () => {
  for (const doing of ['tell', 'export'] as const) {
    const event = told({ doing })
    assert.equal(patternOf(event), 'IHE.BasicAudit.PrivacyDisclosure.Source')
    assert.deepEqual(event.type, { system: 'http://dicom.nema.org/resources/ontology/DCM', code: '110106' })
  }
})

test('what somebody writes they are the author of; what a hospital’s system sends, the system asked for itself', () => {
  const sioned = told({ doing: 'write' })
  assert.deepEqual([patternOf(sioned), sioned.action], ['IHE.BasicAudit.PatientCreate', 'C'])
  assert.deepEqual(codes(sioned.agent[0]?.type), ['AUT'])
  const sent = told({ ...OTHERS.hospital, doing: 'write', place: 'feed' })
  const [system] = sent.agent
  assert.deepEqual([system?.who?.reference, system?.requestor], [`Device/${OTHERS.hospital.by.id}`, true])
  assert.equal(sent.agent.length, 2)
})

test('a refusal is an alert, says why in words, and nothing of what would have been seen', () => {
  const event = told({ allowed: false, released: [], failed: ['relationship-holds'] }, 'cy')
  assert.deepEqual([patternOf(event), event.outcome], ['IHE.BasicAudit.AuthZconsent', '8'])
  assert.equal(event.outcomeDesc, 'Hyd y gwyddom, nid oeddent yn gweithio gyda chi ar y pryd.')
  assert.doesNotMatch(JSON.stringify(event.entity), /plan|data-class/)
})

test('a refusal to her daughter claims no pattern, for it asks for an employer, whom she has none of', () => {
  const event = told({ ...OTHERS.elin, allowed: false, released: [], failed: ['person-has-not-chosen'] })
  assert.deepEqual([patternOf(event), event.outcome], [undefined, '8'])
})

test('an emergency says that the glass was broken, before any other reason', () => {
  const because = { kind: 'emergency', emergency: 'a5b0c7de-4a53-4b6e-9a53-6a8f4f1c9b22' } as const
  const event = told({
    doing: 'emergency',
    released: [{ contributor: 'bwrdd-iechyd', dataClass: 'clinical-summary', because }],
  })
  assert.deepEqual(codes(event.purposeOfEvent?.[0]), ['BTG', 'direct-care'])
  assert.deepEqual(event.agent[0]?.policy, [`urn:uuid:${because.emergency}`])
})

test('every purpose is told in our own words, and in everybody’s where there are any that say no more', () => {
  const found = PURPOSES.map(purpose => codes(told({ purpose }).purposeOfEvent?.[0]))
  assert.ok(found.every((one, index) => one.at(-1) === PURPOSES[index]))
  // Of HL7's v3 ActReason, those below PurposeOfUse.
  const known = ['TREAT', 'COC', 'THREAT', 'HOPERAT', 'HCOMPL', 'PATRQT', 'FAMRQT', 'PWATRNY', 'SUPNWK']
  assert.deepEqual(
    found.flatMap(one => one.slice(0, -1)).filter(code => !known.includes(code ?? '')),
    [],
  )
  assert.deepEqual(found.slice(0, 2), [
    ['TREAT', 'direct-care'],
    ['COC', 'discharge'],
  ])
})

test('whoever took part is of a kind that Wales’s own profile lets stand there', t => {
  const file = join(
    process.env.CYDOFAL_SHARED_DATA ?? '../shared/data',
    'wales-fhir/Profiles/Profile-DataStandardsWales-AuditEvent.xml',
  )
  if (!existsSync(file)) return t.skip('no Data Standards Wales profiles on this machine')
  const profile = readFileSync(file, 'utf8')
  const [, who = ''] = /<element id="AuditEvent\.agent\.who">(.*?)<\/element>/s.exec(profile) ?? []
  const kinds = new Set([...who.matchAll(/DataStandardsWales-(\w+)"/g)].map(([, kind]) => kind))
  assert.ok(kinds.size >= 5)
  for (const by of [{}, ...Object.values(OTHERS)]) {
    for (const { who } of told(by).agent) assert.ok(kinds.has(who?.type), who?.type)
  }
})

/** What must not be, each made from an event that is as it should be. */
const FAULTS: Record<string, (event: AuditEvent) => unknown> = {
  'no agent': event => delete (event as Partial<AuditEvent>).agent,
  'nobody asked': event => Object.assign(event.agent[0]!, { requestor: false }),
  'two asked': event => Object.assign(event.agent[1]!, { requestor: true }),
  'asked in words': event => Object.assign(event.agent[0]!, { requestor: 'yes' }),
  'no client': event => event.agent.splice(2, 1),
  'two servers': event => event.agent.push(event.agent[3]!),
  'a server nowhere': event => delete event.agent[3]!.network,
  'somebody on the network': event => Object.assign(event.agent[0]!, { network: { address: '::1', type: '2' } }),
  'an outcome of one': event => Object.assign(event, { outcome: '1' }),
  'a failure told as a read': event => Object.assign(event, { outcome: '8' }),
  'another action': event => Object.assign(event, { action: 'E' }),
  'another type': event => Object.assign(event.type, { code: 'other' }),
  'no subtype': event => delete event.subtype,
  'a moment that is a day': event => Object.assign(event, { recorded: '2026-11-22' }),
  'no patient': event => event.entity?.splice(0, 1),
  'a patient who is a group': event => Object.assign(event.entity![0]!.what!, { reference: 'Group/1' }),
  'two things read': event => event.entity?.push(event.entity[1]!),
  'a name and a query': event => Object.assign(event.entity![1]!, { name: 'plan', query: 'cGxhbg==' }),
  'a field of R5': event => Object.assign(event, { occurredDateTime: '2026-11-22' }),
  'an empty list': event => Object.assign(event.agent[0]!, { policy: [] }),
  'a list that is none': event => Object.assign(event.agent[0]!, { policy: 'urn:uuid:1' }),
  'a pattern of no name': event => Object.assign(event.meta!, { profile: ['https://profiles.ihe.net/ITI/BALP/x'] }),
}

test('every fault sown into an event is found', () => {
  for (const [fault, sow] of Object.entries(FAULTS)) {
    const event = structuredClone(told())
    sow(event)
    assert.notDeepEqual(faultsOf(event), [], fault)
  }
  const elsewhere = structuredClone(told({ doing: 'tell' }))
  Object.assign(elsewhere.source.observer, { display: 'another' })
  assert.deepEqual(faultsOf(elsewhere), ['IHE.BasicAudit.PrivacyDisclosure.Source: val-audit-source'])
  const told8 = structuredClone(told({ allowed: false, released: [], failed: ['no-clause'] }))
  told8.entity?.push({ type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '4' } })
  assert.deepEqual(faultsOf(told8), ['IHE.BasicAudit.AuthZconsent: more than may be told'])
})

function codes(concept: CodeableConcept | undefined): (string | undefined)[] {
  return (concept?.coding ?? []).map(({ code }) => code)
}
