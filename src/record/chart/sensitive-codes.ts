import type { SENSITIVE_CLASSES } from '#record/sharing/vocabulary.ts'

type Sensitive = (typeof SENSITIVE_CLASSES)[number]

/** What a security label says of why something is private. Source: HL7 v3 ActCode, InformationSensitivityPolicy. */
const LABELS: Readonly<Record<string, Sensitive>> = {
  ETH: 'substance-misuse',
  ETHUD: 'substance-misuse',
  OPIOIDUD: 'substance-misuse',
  SUD: 'substance-misuse',
  PSY: 'mental-health',
  PSYTHPN: 'mental-health',
  MH: 'mental-health',
  BH: 'mental-health',
  SEX: 'sexual-health',
  STD: 'sexual-health',
  HIV: 'sexual-health',
  SDV: 'safeguarding-enquiry',
  VIO: 'safeguarding-enquiry',
}
const LABEL_SYSTEM = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'

/**
 * SNOMED CT: what is most often written, by concept. A sender's map says the rest for what it sends. SNOMED CT itself is not
 * here to be asked: each was found under a name that fits in code lists that others have published (value sets of public
 * health reporting and of opioid prescribing, maps to ICD-10, Synthea), but 84758004, meant as amphetamine abuse, which was met
 * without its name. It stays: what is closed by mistake can be opened.
 */
const SNOMED: readonly (readonly [dataClass: Sensitive, concepts: string])[] = [
  ['mental-health', '35489007 370143000 36923009 78667006 58214004 13746004 69322001 191736004 47505003 197480006'],
  ['mental-health', '231504006 72366004 17226007 248062006 82313006 6471006'],
  ['substance-misuse', '75544000 5602001 66590003 7200002 15167005 191816009 26416006 66214007 31956009 84758004'],
  ['substance-misuse', '266707007 228388006'],
  ['sexual-health', '86406008 62479008 165816005 19030005 313077009 171121004 76272004 15628003 240589008 105629000'],
  ['sexual-health', '8098009 266113007 33839006 57797005'],
  ['safeguarding-enquiry', '397940009 706893006'],
]

/** ICD-10 chapters and categories. Source: WHO, ICD-10, 5th edition. */
const ICD_10: readonly (readonly [begins: RegExp, dataClass: Sensitive])[] = [
  [/^F1\d/, 'substance-misuse'],
  [/^F\d\d|^X(6\d|7\d|8[0-4])/, 'mental-health'],
  [/^A(5\d|6[0-4])|^B2[0-4]|^Z(21|11\.3|11\.4|72\.5)|^O98\.[1237]/, 'sexual-health'],
  [/^T74|^Y0[67]|^Z61\.[4-6]/, 'safeguarding-enquiry'],
]
const ICD_10_SYSTEM = 'http://hl7.org/fhir/sid/icd-10'

const SNOMED_SYSTEM = 'http://snomed.info/sct'
const bySnomed = new Map(
  SNOMED.flatMap(([dataClass, concepts]) => concepts.split(' ').map(code => [code, dataClass] as const)),
)

/** Labels that say that something is restricted and not why. Source: HL7 v3 Confidentiality. */
const RESTRICTED: ReadonlySet<string> = new Set(['R', 'V'])
const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality'

/** The sensitive class that a code alone betrays; undefined for most. */
export function sensitiveBy(system: string | undefined, code: string): Sensitive | undefined {
  if (system === SNOMED_SYSTEM) return bySnomed.get(code)
  if (system === LABEL_SYSTEM) return Object.hasOwn(LABELS, code) ? LABELS[code] : undefined
  if (system?.startsWith(ICD_10_SYSTEM)) return ICD_10.find(([begins]) => begins.test(code))?.[1]
  return undefined
}

/** Whether a security label says that something is restricted, and leaves open why. */
export function isRestricted(system: string | undefined, code: string): boolean {
  return system === CONFIDENTIALITY && RESTRICTED.has(code)
}
