import type { Bundle, Composition, CompositionSection, FhirResource, Patient } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { ITEM_KINDS } from '#work/plan/item-kind.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { aboutMeId, aboutMeOf } from './about-me.ts'
import { carePlanOf, titleOf } from './care-plan.ts'
import { coded } from './element.ts'
import { resourceOf } from './item.ts'
import { OUR, THEIRS } from './names.ts'
import { narrativeOf, quotedNarrative } from './narrative.ts'
import { referenceTo, subjectOf } from './refer.ts'
import { organisationsOf, rolesOf, teamOf } from './team.ts'
import type { Telling } from './telling.ts'
import { voicesOf } from './voices.ts'

/**
 * The plan as a FHIR document: a Composition that reads from top to bottom, and all that it refers to. Source: FHIR R4, 3.3;
 * shapes of IHE Dynamic Care Planning. Every reference in it leads to something in it.
 */
export function documentOf(telling: Telling): Bundle<FhirResource> {
  const { plan, origin } = telling
  const resources = [compositionOf(telling), ...partsOf(telling)]
  return {
    resourceType: 'Bundle',
    type: 'document',
    identifier: { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${compositionId(telling)}` },
    timestamp: plan.takenAt.toISOString(),
    entry: resources.map(resource => ({
      fullUrl: `${origin}/fhir/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  }
}

/** Everything of the plan but the Composition, the plan itself first. */
export function partsOf(telling: Telling): FhirResource[] {
  const { items, aboutMe } = telling.plan
  return [
    carePlanOf(telling),
    patientOf(telling),
    teamOf(telling),
    ...organisationsOf(telling),
    ...rolesOf(telling),
    ...aboutMe.map(part => aboutMeOf(part, telling)),
    ...items.map(item => resourceOf(item, telling)),
    ...items.flatMap(item => voicesOf(item, telling)),
  ]
}

/** Another look at another moment is another document. */
function compositionId({ plan, say }: Telling): string {
  return idFor(`composition ${plan.planId} ${say.language} ${plan.takenAt.toISOString()}`)
}

function compositionOf(telling: Telling): Composition {
  const { plan, say } = telling
  return {
    resourceType: 'Composition',
    id: compositionId(telling),
    language: say.language,
    text: narrativeOf(plan.items, telling),
    status: 'final',
    type: { coding: [THEIRS.planOfCare] },
    subject: subjectOf(telling),
    date: plan.takenAt.toISOString(),
    author: [subjectOf(telling)],
    title: titleOf(telling),
    section: [
      { title: titleOf(telling), entry: [{ reference: `CarePlan/${plan.planId}` }] },
      ...aboutMeSection(telling),
      ...ITEM_KINDS.flatMap(kind => sectionOf(kind, telling)),
    ],
  }
}

function aboutMeSection(telling: Telling): CompositionSection[] {
  const { plan, say } = telling
  if (plan.aboutMe.length === 0) return []
  return [
    {
      title: say('aboutMe.title'),
      text: quotedNarrative(say, ...plan.aboutMe),
      entry: plan.aboutMe.map(part => ({ reference: `Observation/${aboutMeId(part)}` })),
    },
  ]
}

function sectionOf(kind: PlanItem['kind'], telling: Telling): CompositionSection[] {
  const { plan, say } = telling
  const items = plan.items.filter(item => item.kind === kind)
  if (items.length === 0) return []
  const title = say.code('planKind', kind)
  return [
    {
      title,
      code: { coding: [coded(OUR.kind, kind, title)] },
      text: narrativeOf(items, telling),
      entry: items.map(referenceTo),
    },
  ]
}

function patientOf({ plan: { banner }, say }: Telling): Patient {
  const { personId, name, family, given, birthDate, nhsNumber, language } = banner
  return {
    resourceType: 'Patient',
    id: personId,
    language: say.language,
    ...(nhsNumber && { identifier: [{ system: THEIRS.nhsNumber, value: nhsNumber }] }),
    ...(name !== '' && { name: [{ use: 'official', text: name, family, given: given.split(' ') }] }),
    ...(birthDate && { birthDate }),
    ...(language && {
      communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true }],
    }),
  }
}
