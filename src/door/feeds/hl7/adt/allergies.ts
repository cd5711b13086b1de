import type { AllergyIntolerance, AllergyIntoleranceReaction } from 'fhir/r4.js'
import { type About, type KeepAboutProblem, keep, keepAbout } from '#door/feeds/keep-about.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SentAllergy } from '#ground/hl7/allergies.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { conceptOf } from '../fhir/concept.ts'
import { dateTimeOf } from '../fhir/date-time.ts'
import { identifierOf } from '../fhir/naming.ts'
import type { Told } from './told.ts'

export type AllergiesProblem = KeepAboutProblem | 'adt.noAllergy'

/**
 * Applies A60: what somebody is allergic to, one by one, as each action says (IAM-6). What the message does not name is
 * left as it stands; what is taken back stays as entered in error.
 */
export function applyAllergies(tx: Tx, told: Told): Promise<Outcome<undefined, AllergiesProblem>> {
  const { allergies = [], saidAt } = told.event
  return keepAbout(tx, told, async about => {
    if (allergies.length === 0) return refused('adt.noAllergy')
    for (const allergy of allergies) {
      const businessKey = `allergy/of ${about.sourceRecordId}/${keyOf(allergy)}`
      const key = { type: 'AllergyIntolerance', businessKey, dataClass: 'clinical-summary' } as const
      await keep(about, key, saidAt.at, held =>
        held !== undefined && allergy.action === 'unchanged' ? held : allergyOf(about, allergy),
      )
    }
    return done(undefined)
  })
}

/** The sender's own number for it (IAM-7), or else what it is to. */
function keyOf({ number, substance }: SentAllergy): string {
  const { code, text, system, words } = substance
  if (number !== undefined) return `${number.authority ?? ''} ${number.value}`.trim()
  return [system, code ?? text ?? words ?? substance.other?.code].filter(part => part !== undefined).join(' ')
}

/** Source: the v2-to-FHIR map of IAM to AllergyIntolerance. */
function allergyOf({ subject, naming }: About, allergy: SentAllergy): AllergyIntolerance {
  const { number, substance, sensitivity, kind, onsetAt, reportedAt } = allergy
  const category = CATEGORIES[kind ?? '']
  const type = TYPES[sensitivity ?? ''] ?? TYPES[kind ?? '']
  const reaction = reactionOf(allergy)
  return {
    resourceType: 'AllergyIntolerance',
    ...(number !== undefined && { identifier: [identifierOf(number, naming)] }),
    ...statusOf(allergy),
    ...(type !== undefined && { type }),
    ...(category !== undefined && { category: [category] }),
    code: conceptOf(substance),
    patient: subject,
    ...(onsetAt !== undefined && { onsetDateTime: dateTimeOf(onsetAt) }),
    ...(reportedAt !== undefined && { recordedDate: dateTimeOf(reportedAt) }),
    ...(reaction !== undefined && { reaction: [reaction] }),
  }
}

function statusOf({ action, clinicalStatus = '' }: SentAllergy) {
  const verification = action === 'takenBack' || clinicalStatus === 'E' ? 'entered-in-error' : VERIFIED[clinicalStatus]
  const verificationStatus = verification && { verificationStatus: status('verification', verification) }
  // FHIR allows no clinical status on what was entered in error (ait-2).
  if (verification === 'entered-in-error') return { ...verificationStatus }
  return { clinicalStatus: status('clinical', clinicalStatus === 'I' ? 'inactive' : 'active'), ...verificationStatus }
}

function status(of: 'clinical' | 'verification', code: string) {
  return { coding: [{ system: `http://terminology.hl7.org/CodeSystem/allergyintolerance-${of}`, code }] }
}

/** FHIR asks for what happened wherever it is said how badly. */
function reactionOf({ reactions, severity }: SentAllergy): AllergyIntoleranceReaction | undefined {
  const how = SEVERITIES[severity ?? '']
  if (reactions.length === 0 && how === undefined) return undefined
  const manifestation = reactions.length > 0 ? reactions.map(conceptOf) : [UNKNOWN]
  return { manifestation, ...(how !== undefined && { severity: how }) }
}

const UNKNOWN = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

/** HL7 table 0438. */
const VERIFIED: Readonly<Record<string, string | undefined>> = {
  C: 'confirmed',
  I: 'confirmed',
  P: 'unconfirmed',
  S: 'unconfirmed',
  U: 'unconfirmed',
  D: 'unconfirmed',
}

/** HL7 table 0127. */
const CATEGORIES: Readonly<Record<string, 'medication' | 'food' | 'environment' | undefined>> = {
  DA: 'medication',
  FA: 'food',
  EA: 'environment',
  LA: 'environment',
  PA: 'environment',
  AA: 'environment',
}

/** HL7 tables 0436 and 0127. */
const TYPES: Readonly<Record<string, 'allergy' | 'intolerance' | undefined>> = {
  AL: 'allergy',
  IN: 'intolerance',
  SE: 'intolerance',
  DA: 'allergy',
  FA: 'allergy',
  EA: 'allergy',
  MA: 'allergy',
}

/** HL7 table 0128. */
const SEVERITIES: Readonly<Record<string, 'mild' | 'moderate' | 'severe' | undefined>> = {
  MI: 'mild',
  MO: 'moderate',
  SV: 'severe',
}
