import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type DataClass, isSensitive } from '#record/sharing/vocabulary.ts'
import { isRestricted, sensitiveBy } from './sensitive-codes.ts'

/** What a resource is kept as: a class of data about somebody, or what is about no one person. */
export type KeptClass = DataClass | 'directory' | 'organisation'

/** Why it cannot be said how private a resource is. On doubt it is not taken in. */
export type ClassProblem =
  /** It is marked as restricted, and nothing in it says why. */
  | 'chart.restrictedWithoutWhy'
  /** It says things of two sensitive classes, which must be kept apart. */
  | 'chart.twoKindsOfPrivate'

/** The class of a resource by its type, where nothing in it is more private; `clinical-summary` for all others. */
const BY_TYPE: Readonly<Record<string, DataClass>> = {
  Patient: 'demographics',
  Person: 'demographics',
  RelatedPerson: 'contacts',
  ...each('care-and-support', 'CarePlan CareTeam Goal Task ServiceRequest Communication CommunicationRequest'),
  ...each('care-and-support', 'RequestGroup NutritionOrder DeviceRequest SupplyRequest SupplyDelivery Consent'),
  ...each('care-and-support', 'QuestionnaireResponse EpisodeOfCare Schedule Slot DeviceUseStatement'),
  ...each('finance', 'Account ChargeItem Claim ClaimResponse Contract Coverage CoverageEligibilityRequest'),
  ...each('finance', 'CoverageEligibilityResponse EnrollmentRequest EnrollmentResponse ExplanationOfBenefit Invoice'),
  ...each('finance', 'PaymentNotice PaymentReconciliation'),
}

/** Classes of an encounter that say that somebody is in hospital. Source: HL7 v3 ActEncounterCode. */
const IN_HOSPITAL: ReadonlySet<string> = new Set(['IMP', 'ACUTE', 'NONAC', 'EMER', 'OBSENC', 'PRENC', 'SS'])

/**
 * What class of data a resource about somebody holds: by its type, and sensitive where a security label, a code anywhere in
 * it, or something of the same person that it refers to is. A medicine, a clinic and a letter betray the condition that
 * they serve. `inherited` are the classes of what it refers to.
 */
export function classOfResource(
  resource: { readonly resourceType: string },
  inherited: readonly KeptClass[] = [],
): Outcome<DataClass, ClassProblem> {
  const byType = classOfType(resource, inherited.filter(isClass))
  const found = new Set<DataClass>(inherited.filter(isClass).filter(isSensitive))
  let restricted = false
  for (const { system, code } of codingsIn(resource)) {
    const sensitive = sensitiveBy(system, code)
    if (sensitive !== undefined) found.add(sensitive)
  }
  for (const label of listAt(resource, 'meta', 'security')) {
    restricted ||= isRestricted(textAt(label, 'system'), textAt(label, 'code') ?? '')
  }
  if (isSensitive(byType)) found.add(byType)
  const [sensitive, another] = found
  if (another !== undefined) return refused('chart.twoKindsOfPrivate')
  if (restricted && sensitive === undefined) return refused('chart.restrictedWithoutWhy')
  return done(sensitive ?? byType)
}

/** What was sensitive once, or is seen as less private now than before, is never less private by a later word. */
export function neverLess(held: DataClass | undefined, now: DataClass): DataClass {
  return held !== undefined && isSensitive(held) && !isSensitive(now) ? held : now
}

function classOfType(resource: { readonly resourceType: string }, inherited: readonly DataClass[]): DataClass {
  const { resourceType } = resource
  // Who wrote something is as private as what they wrote.
  const [ofAll, another] = resourceType === 'Provenance' ? new Set(inherited) : []
  if (ofAll !== undefined && another === undefined) return ofAll
  if (resourceType === 'Encounter') {
    return IN_HOSPITAL.has(textAt(valueAt(resource, 'class'), 'code') ?? '')
      ? 'presence-in-hospital'
      : 'clinical-summary'
  }
  return (Object.hasOwn(BY_TYPE, resourceType) ? BY_TYPE[resourceType] : undefined) ?? 'clinical-summary'
}

/** Everything in a resource that has the shape of a Coding. */
function* codingsIn(value: unknown): Generator<{ readonly system: string | undefined; readonly code: string }> {
  if (typeof value !== 'object' || value === null) return
  if ('code' in value && typeof value.code === 'string') {
    yield { system: 'system' in value && typeof value.system === 'string' ? value.system : undefined, code: value.code }
  }
  for (const inner of Object.values(value)) yield* codingsIn(inner)
}

function isClass(kept: KeptClass): kept is DataClass {
  return kept !== 'directory' && kept !== 'organisation'
}

function each(dataClass: DataClass, types: string): Record<string, DataClass> {
  return Object.fromEntries(types.split(' ').map(type => [type, dataClass]))
}
