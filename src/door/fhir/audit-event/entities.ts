import type { AuditEventEntity, Coding } from 'fhir/r4.js'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import type { Say } from '#ground/language/say.ts'
import type { Released } from '#record/sharing/because.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { CODES } from './codes.ts'
import { policyOf } from './policy.ts'
import { SHAPES, shapeOf } from './shape.ts'
import type { Telling } from './telling.ts'

/** Whom it was about, what was asked, and every class of every contributor that was let through, with its reason. */
export function entitiesOf(entry: TrailEntry, { personId, origin, say }: Telling): AuditEventEntity[] {
  const patient = {
    what: { reference: `Patient/${personId}`, type: 'Patient' },
    type: CODES.person,
    role: CODES.patient,
  }
  // Nothing is told of a refusal but what was decided by: all agreements that are in force, which anybody may read.
  if (!entry.allowed) return [patient, { what: { type: 'Consent', identifier: register(origin) }, type: CODES.consent }]
  return [
    patient,
    shapeOf(entry) === SHAPES.query ? queryOf(entry) : dataOf(entry, say),
    ...entry.released.map(one => releasedOf(one, say)),
  ]
}

function register(origin: string) {
  return { system: 'urn:ietf:rfc:3986', value: `${origin}/agreements` }
}

/** The part of the product that was opened, labelled with every class that was let through there. */
function dataOf(entry: TrailEntry, say: Say): AuditEventEntity {
  return {
    what: { identifier: { system: OUR_SYSTEMS.place, value: entry.place } },
    type: CODES.systemObject,
    role: CODES.domainResource,
    ...labels(entry, say),
  }
}

/** What was searched: the app's own words, or the list that a page is. */
function queryOf(entry: TrailEntry): AuditEventEntity {
  const asked = entry.through?.request ?? entry.place
  return { type: CODES.systemObject, role: CODES.query, query: Buffer.from(asked).toString('base64') }
}

function labels({ released }: TrailEntry, say: Say): Pick<AuditEventEntity, 'securityLabel'> {
  const classes = [...new Set(released.map(({ dataClass }) => dataClass))]
  return classes.length === 0 ? {} : { securityLabel: classes.map(dataClass => labelOf(dataClass, say)) }
}

function labelOf(dataClass: Released['dataClass'], say: Say): Coding {
  return { system: OUR_SYSTEMS.dataClass, code: dataClass, display: say.code('dataClass', dataClass) }
}

/** One class of one contributor's data, and what allowed it. */
function releasedOf(released: Released, say: Say): AuditEventEntity {
  return {
    what: { type: 'Organization', identifier: { system: OUR_SYSTEMS.organisation, value: released.contributor } },
    type: CODES.other,
    securityLabel: [labelOf(released.dataClass, say)],
    detail: [{ type: 'because', valueString: policyOf(released) }],
  }
}
