import type { Coding } from 'fhir/r4.js'
import type { Purpose } from '#record/sharing/vocabulary.ts'

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM'
const THO = 'http://terminology.hl7.org/CodeSystem'
const RESTFUL = 'http://hl7.org/fhir/restful-interaction'
/** Where IHE's Basic Audit Log Patterns have their names. */
export const BALP = 'https://profiles.ihe.net/ITI/BALP'

/** The code lists of others that an event draws on. */
export const CODES = {
  rest: { system: `${THO}/audit-event-type`, code: 'rest' },
  exported: { system: DICOM, code: '110106' },
  securityAlert: { system: DICOM, code: '110113' },
  read: { system: RESTFUL, code: 'read' },
  search: { system: RESTFUL, code: 'search' },
  create: { system: RESTFUL, code: 'create' },
  disclose: { system: `${THO}/iso-21089-lifecycle`, code: 'disclose' },
  authorisedByConsent: { system: `${BALP}/CodeSystem/AuthZsubType`, code: 'AuthZ-Consent' },
  application: { system: DICOM, code: '110150' },
  destination: { system: DICOM, code: '110152' },
  source: { system: DICOM, code: '110153' },
  recipient: { system: `${THO}/v3-ParticipationType`, code: 'IRCP' },
  author: { system: `${THO}/v3-ParticipationType`, code: 'AUT' },
  provider: { system: `${THO}/v3-RoleClass`, code: 'PROV' },
  authoriser: { system: `${THO}/extra-security-role-type`, code: 'authserver' },
  person: { system: `${THO}/audit-entity-type`, code: '1' },
  systemObject: { system: `${THO}/audit-entity-type`, code: '2' },
  other: { system: `${THO}/audit-entity-type`, code: '4' },
  consent: { system: 'http://hl7.org/fhir/resource-types', code: 'Consent' },
  patient: { system: `${THO}/object-role`, code: '1' },
  domainResource: { system: `${THO}/object-role`, code: '4' },
  query: { system: `${THO}/object-role`, code: '24' },
  applicationServer: { system: `${THO}/security-source-type`, code: '4' },
} as const satisfies Record<string, Coding>

/**
 * The reasons that everybody knows (HL7 v3 ActReason), where there is one that says no more than we mean. Support for a
 * tenancy or for a carer is no treatment, and has none; nor has acting for somebody, which is more than an attorney's.
 */
export const ACT_REASON: Readonly<Record<Purpose, string | undefined>> = {
  'direct-care': 'TREAT',
  discharge: 'COC',
  'housing-support': undefined,
  'carer-support': undefined,
  safeguarding: 'THREAT',
  'service-planning': 'HOPERAT',
  identity: 'HOPERAT',
  'own-record': 'PATRQT',
  family: 'FAMRQT',
  representation: undefined,
  'trail-oversight': 'HCOMPL',
}

/** The reason that goes before any other when a record was opened in an emergency. */
export const BREAK_GLASS = 'BTG'

/** Where those reasons are listed. */
export const ACT_REASON_SYSTEM = `${THO}/v3-ActReason`
