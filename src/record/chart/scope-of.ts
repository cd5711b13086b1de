import { listAt, textAt } from '#ground/fhir/any.ts'
import { wayIntoPatient } from '#ground/fhir/definitions/patient-compartment.ts'

/** What says nothing about anybody who is looked after: any valid token reads it. */
const DIRECTORY: ReadonlySet<string> = new Set(
  `Organization Location HealthcareService Practitioner PractitionerRole Endpoint OrganizationAffiliation InsurancePlan
   Medication MedicationKnowledge Substance SubstanceNucleicAcid SubstancePolymer SubstanceProtein
   SubstanceReferenceInformation SubstanceSourceMaterial SubstanceSpecification DeviceDefinition DeviceMetric
   ActivityDefinition CapabilityStatement ChargeItemDefinition CodeSystem CompartmentDefinition ConceptMap
   EffectEvidenceSynthesis EventDefinition Evidence EvidenceVariable ExampleScenario GraphDefinition ImplementationGuide
   Library Measure MessageDefinition NamingSystem ObservationDefinition OperationDefinition PlanDefinition Questionnaire
   ResearchDefinition ResearchElementDefinition RiskEvidenceSynthesis SearchParameter SpecimenDefinition
   StructureDefinition StructureMap TerminologyCapabilities TestScript TestReport ValueSet CatalogEntry
   MedicinalProduct MedicinalProductAuthorization MedicinalProductContraindication MedicinalProductIndication
   MedicinalProductIngredient MedicinalProductInteraction MedicinalProductManufactured MedicinalProductPackaged
   MedicinalProductPharmaceutical MedicinalProductUndesirableEffect`.split(/\s+/),
)

/** Lists of people are about no one of them. */
const ABOUT_SEVERAL: ReadonlySet<string> = new Set(['Group'])

/** Where types say whom they are about that R4 leaves out of the Patient compartment. */
const BESIDES: Readonly<Record<string, readonly string[]>> = {
  Task: ['for'],
  GuidanceResponse: ['subject'],
  Device: ['patient'],
  Contract: ['subject'],
  Binary: ['securityContext'],
}

/** The elements that say whom something is about, before those that say who had a part in it. */
const MAIN = ['subject', 'patient', 'beneficiary', 'candidate', 'individual', 'for', 'securityContext']

/** Whom a resource is about, as far as it says so itself. */
export interface SaysWhom {
  /** The references to Patients, as they were sent, of the element that counts, and where it stands. */
  readonly patients: readonly string[]
  readonly expression: string
  /** It names somebody in words or by an identifier alone: whom, cannot be known. */
  readonly isUnsure: boolean
}

/** Whether resources of a type say nothing about anybody who is looked after. */
export function isDirectory(type: string): boolean {
  return DIRECTORY.has(type)
}

/** Whether resources of a type are about no one person, whatever they refer to. */
export function isAboutNobody(type: string): boolean {
  return isDirectory(type) || ABOUT_SEVERAL.has(type)
}

/** Reads whom a resource is about. Source: FHIR R4, CompartmentDefinition/patient. */
export function saysWhom(resource: { readonly resourceType: string }): SaysWhom {
  const { resourceType } = resource
  const nobody = { patients: [], expression: resourceType, isUnsure: false }
  if (isAboutNobody(resourceType)) return nobody
  const ways = [...(wayIntoPatient(resourceType)?.by.values() ?? [])].flat()
  const paths = [...new Set([...ways, ...(BESIDES[resourceType] ?? [])])].toSorted(
    (one, other) => rank(one) - rank(other),
  )
  let unsure: SaysWhom | undefined
  for (const path of paths) {
    const expression = `${resourceType}.${path}`
    const references = listsAt([resource], path.split('.'))
    const patients = references.map(one => textAt(one, 'reference') ?? '').filter(isPatient)
    if (patients.length > 0) return { patients: [...new Set(patients)], expression, isUnsure: false }
    if (MAIN.includes(path) && references.some(namesSomebody)) unsure ??= { patients: [], expression, isUnsure: true }
  }
  return unsure ?? nobody
}

function rank(path: string): number {
  const place = MAIN.indexOf(path)
  return place === -1 ? MAIN.length : place
}

function listsAt(values: readonly unknown[], [name, ...rest]: readonly string[]): readonly unknown[] {
  return name === undefined
    ? values
    : listsAt(
        values.flatMap(value => listAt(value, name)),
        rest,
      )
}

function isPatient(reference: string): boolean {
  return /(^|\/)Patient\/[^/]+(\/_history\/[^/]+)?$/.test(reference)
}

/** A reference that leaves open whom it means: words, an identifier, something contained, an address of elsewhere. */
function namesSomebody(reference: unknown): boolean {
  const address = textAt(reference, 'reference')
  if (address === undefined) return (textAt(reference, 'type') ?? 'Patient') === 'Patient'
  return !/(^|\/)[A-Z][A-Za-z]+\/[^/]+$/.test(address)
}
