import type { AuditEventAgent, CodeableConcept, Coding, Reference } from 'fhir/r4.js'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import type { Say } from '#ground/language/say.ts'
import type { Looker, TrailEntry } from '#record/sharing/trail/entry.ts'
import { ACT_REASON, ACT_REASON_SYSTEM, BREAK_GLASS, CODES } from './codes.ts'
import { policyOf } from './policy.ts'
import { SHAPES, type Shape } from './shape.ts'
import type { Telling } from './telling.ts'

/** Who took part: somebody, their employer then, the program between, and we who keep the trail. */
export function agentsOf(entry: TrailEntry, shape: Shape, telling: Telling): AuditEventAgent[] {
  const user = userOf(entry, shape, telling.say)
  const agents = [user, employerOf(entry, telling.say), clientOf(entry, shape), ourselves(shape, telling)]
  return agents.filter(agent => agent !== undefined)
}

/** Whoever did it, unless a system did: that is no user, and stands as the client. */
function userOf(entry: TrailEntry, shape: Shape, say: Say): AuditEventAgent | undefined {
  const { by, who, role, released } = entry
  if (by.kind === 'system') return undefined
  const policy = [...new Set(released.map(policyOf))]
  return {
    type: { coding: [shape.user] },
    ...(role && { role: [{ coding: [{ system: OUR_SYSTEMS.role, code: role, display: say.code('role', role) }] }] }),
    who: { ...whoIs(by), display: who },
    name: who,
    requestor: true,
    ...(policy.length > 0 && { policy }),
    purposeOfUse: [reasonOf(entry, say)],
  }
}

/** For whom they worked then. */
function employerOf({ by, organisation, organisationCode }: TrailEntry, say: Say): AuditEventAgent | undefined {
  if (by.kind !== 'worker' || organisation === undefined || organisationCode === undefined) return undefined
  const identifier = { system: OUR_SYSTEMS.organisation, value: organisationCode }
  return {
    type: { coding: [CODES.provider] },
    who: { type: 'Organization', identifier, display: say.of(organisation) },
    requestor: false,
  }
}

/** The program that asked: an agency's system, an app with a token, or the pages of the product. */
function clientOf(entry: TrailEntry, shape: Shape): AuditEventAgent {
  const { by, who, through, released } = entry
  const type = { coding: [shape.client] }
  if (by.kind === 'system') {
    const policy = [...new Set(released.map(policyOf))]
    const agent = { type, who: { ...whoIs(by), display: who }, name: who, requestor: true, network: NOT_KEPT }
    return policy.length > 0 ? { ...agent, policy } : agent
  }
  const identifier = { system: OUR_SYSTEMS.app, value: through?.app ?? 'pages' }
  return {
    type,
    who: { type: 'Device', identifier },
    requestor: false,
    // Source: IHE BALP, how the token of a request is named.
    ...(through && { policy: [`urn:ietf:params:oauth:jti:${through.token}`] }),
    network: NOT_KEPT,
  }
}

/** Whoever keeps the trail, in the part that is the other's counterpart. */
function ourselves(shape: Shape, telling: Telling): AuditEventAgent {
  const isAsked = shape.client === CODES.source
  const part = shape === SHAPES.refusal ? CODES.authoriser : isAsked ? CODES.destination : CODES.source
  const agent = { type: { coding: [part satisfies Coding] }, who: serverOf(telling), requestor: false }
  return shape === SHAPES.refusal ? agent : { ...agent, network: { address: `${telling.origin}/fhir`, type: '5' } }
}

/** We, as whoever keeps the trail. */
export function serverOf({ origin }: Telling): Reference {
  return { type: 'Device', identifier: { system: 'urn:ietf:rfc:3986', value: origin }, display: 'Cydofal' }
}

/** The patterns ask for a network address. The trail keeps none: it is no reason why anybody saw anything. */
const NOT_KEPT = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

/** By what kind of resource each who is named. None but the trail is served yet; an id is the same wherever it stands. */
export const RESOURCE_OF = {
  person: 'Patient',
  worker: 'Practitioner',
  citizen: 'RelatedPerson',
  system: 'Device',
} as const satisfies Record<Looker['kind'], string>

function whoIs({ kind, id }: Looker): Reference {
  return { reference: `${RESOURCE_OF[kind]}/${id}`, type: RESOURCE_OF[kind] }
}

/** What for, in our own words and, where there are any, in everybody's. */
export function reasonOf({ purpose, doing, released }: TrailEntry, say: Say): CodeableConcept {
  const isEmergency = doing === 'emergency' || released.some(({ because }) => because.kind === 'emergency')
  const reason = isEmergency ? BREAK_GLASS : ACT_REASON[purpose]
  const coding = [{ system: OUR_SYSTEMS.purpose, code: purpose, display: say.code('purpose', purpose) }]
  return { coding: reason === undefined ? coding : [{ system: ACT_REASON_SYSTEM, code: reason }, ...coding] }
}
