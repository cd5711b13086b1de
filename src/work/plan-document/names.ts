const OURS = 'https://cydofal.example/fhir'
/** Names of ours, under an address that nobody owns: they name, and lead nowhere. */
export const OUR = {
  kind: `${OURS}/CodeSystem/plan-item-kind`,
  state: `${OURS}/CodeSystem/plan-action-state`,
  dataClass: `${OURS}/CodeSystem/data-class`,
  aboutMe: `${OURS}/CodeSystem/about-me-part`,
  aboutMeFacts: `${OURS}/StructureDefinition/about-me-part`,
  part: `${OURS}/CodeSystem/plan-part`,
  organisation: `${OURS}/organisation`,
  account: `${OURS}/account`,
  plan: `${OURS}/plan`,
  /** What is known of an item of a plan and has no place of its own in FHIR. */
  item: `${OURS}/StructureDefinition/plan-item`,
  stance: `${OURS}/StructureDefinition/plan-stance`,
  proposal: `${OURS}/StructureDefinition/plan-proposal`,
  whenAnswered: `${OURS}/StructureDefinition/when-answered`,
} as const

const THO = 'http://terminology.hl7.org/CodeSystem'
const LOINC = 'http://loinc.org'

/** Names of others that a plan draws on. */
export const THEIRS = {
  /** Source: FHIR R4, extension `language`: the language of one element. */
  language: 'http://hl7.org/fhir/StructureDefinition/language',
  /** Source: FHIR R4, extension `translation`. */
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  planOfCare: { system: LOINC, code: '18776-5', display: 'Plan of care note' },
  carePlan: { system: 'http://snomed.info/sct', code: '734163000', display: 'Care plan' },
  clinicalStatus: `${THO}/condition-clinical`,
  verificationStatus: `${THO}/condition-ver-status`,
  conditionCategory: { system: 'http://hl7.org/fhir/us/core/CodeSystem/condition-category', code: 'health-concern' },
  consentScope: `${THO}/consentscope`,
  consentCategory: `${THO}/consentcategorycodes`,
  consentPolicy: `${THO}/consentpolicycodes`,
  careTeam: { system: LOINC, code: 'LA28865-6', display: 'Longitudinal care-coordination focused care team' },
  flagCategory: `${THO}/flag-category`,
} as const
