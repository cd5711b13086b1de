import type { DataClass } from '#record/sharing/vocabulary.ts'

/**
 * What class of data an alert about a person is, by its code. Source: the person alert codes that MHCLG and HACT propose
 * for the UK Housing Data Standards, in the version of 2025; the class is ours. What tells of somebody's health, abuse or
 * crime is of a class that no landlord, ward or charity is shown by a general clause, however useful it would be to them. The
 * number is the last code of the group: what a later version adds is not known here, nor who may see it.
 */
const GROUPS: Readonly<Record<string, readonly [dataClass: DataClass, last: number]>> = {
  MED1: ['clinical-summary', 5],
  MED2: ['clinical-summary', 6],
  MED3: ['clinical-summary', 3],
  MED4: ['clinical-summary', 4],
  MED5: ['clinical-summary', 5],
  MED6: ['clinical-summary', 6],
  MED7: ['clinical-summary', 10],
  PREG1: ['clinical-summary', 15],
  MH1: ['mental-health', 12],
  MH2: ['mental-health', 6],
  AGE1: ['housing-and-tenancy', 7],
  RISK1: ['housing-and-tenancy', 6],
  RISK2: ['housing-and-tenancy', 7],
  RISK3: ['housing-and-tenancy', 3],
  RISK4: ['safeguarding-enquiry', 3],
  RISK5: ['clinical-summary', 9],
  SAF1: ['safeguarding-enquiry', 2],
  SAF2: ['safeguarding-enquiry', 3],
  SAF3: ['safeguarding-enquiry', 3],
  COMM1: ['housing-and-tenancy', 12],
}

/** Codes that tell more, or something else, than their group does. */
const CLASS_OF_CODE: Readonly<Record<string, DataClass>> = {
  // HIV, and what tells of miscarriages.
  'MED4.01': 'sexual-health',
  'PREG1.14': 'sexual-health',
  // Depression after a birth.
  'PREG1.06': 'mental-health',
  'MH1.08': 'substance-misuse',
  // Hoarding is an illness besides being a risk in the home.
  'RISK1.01': 'mental-health',
  'RISK1.02': 'mental-health',
  'RISK1.03': 'mental-health',
  'RISK1.06': 'clinical-summary',
  // Hate and violence of the past: offences, said or proved.
  'RISK2.03': 'safeguarding-enquiry',
  'RISK2.04': 'safeguarding-enquiry',
  'RISK2.07': 'mental-health',
  'RISK4.02': 'mental-health',
  'RISK4.03': 'substance-misuse',
  // How to speak with somebody, where it names why.
  'COMM1.02': 'clinical-summary',
  'COMM1.04': 'clinical-summary',
  'COMM1.05': 'clinical-summary',
  'COMM1.06': 'mental-health',
  'COMM1.07': 'clinical-summary',
}

/** Codes with words of their own, because whoever comes to the door acts on them; any other is told by its group. */
export const ALERTS_IN_WORDS = [
  'RISK1.05',
  'RISK2.01',
  'RISK2.02',
  'RISK2.05',
  'RISK3.03',
  'COMM1.01',
  'COMM1.03',
  'COMM1.08',
  'COMM1.09',
  'COMM1.10',
  'COMM1.11',
  'COMM1.12',
] as const

/** The groups of codes. */
export const ALERT_GROUPS = Object.keys(GROUPS)

/** What is known of an alert by its code. */
export interface KnownAlert {
  readonly code: string
  readonly dataClass: DataClass
  /** The code under which there are words for it: its own, or its group's. */
  readonly sayAs: string
}

/** Reads `MED1.04`. Undefined for any other code: what it is, and who may see it, nobody knows. */
export function alertOf(text: string): KnownAlert | undefined {
  const code = text.trim().toUpperCase()
  const [, group = '', number = ''] = /^([A-Z]+\d)\.(\d{2})$/.exec(code) ?? []
  const [dataClass, last] = (Object.hasOwn(GROUPS, group) && GROUPS[group]) || []
  if (dataClass === undefined || last === undefined || Number(number) < 1 || Number(number) > last) return undefined
  const sayAs = ALERTS_IN_WORDS.find(one => one === code) ?? group
  return { code, dataClass: CLASS_OF_CODE[code] ?? dataClass, sayAs }
}
