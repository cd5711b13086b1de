import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { addressLines } from '#record/chart/contacts.ts'
import { openedBy } from '#record/chart/opened.ts'
import { officialName } from '#record/person/patient.ts'
import { homeAddress, practiceOf } from '#record/person/patient-facts.ts'
import { sensitivePeopleAmong } from '#record/person/sensitive/sensitive.ts'
import type { Access } from '#record/sharing/access.ts'
import { mayReadActing } from '#record/sharing/representative/read-acting.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import { personsContributor } from '#work/about-me/who-decides.ts'
import { isOwnWords } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { readAssessments } from '../statutory/read-assessments.ts'
import { KNOWN_FIELDS, type KnownFact, type KnownField } from './fact.ts'

/**
 * What is known of the person of an access, as far as it is open to its holder, in the order of a form: nothing that the
 * reader could not read elsewhere. An address that must not become known is never among it.
 */
export async function whatIsKnown(tx: Tx, access: Access): Promise<KnownFact[]> {
  const person = await personsContributor(tx)
  const facts = [
    ...(await factsOfRecords(tx, access)),
    ...(await carers(tx, access, person)),
    ...(await ownWords(tx, access, person)),
    ...(await formerAssessment(tx, access)),
  ]
  return facts.sort((one, other) => KNOWN_FIELDS.indexOf(one.field) - KNOWN_FIELDS.indexOf(other.field))
}

interface RecordRow {
  readonly dataClass: 'demographics' | 'contacts'
  readonly contributorId: string
  readonly content: Patient
  readonly recordedAt: Date
  readonly source: Bilingual
}

/** Of each field what was received last. */
async function factsOfRecords(tx: Tx, access: Access): Promise<KnownFact[]> {
  const { rows } = await sql<RecordRow>`
    select opened.data_class, opened.contributor_id, record.content, version.recorded_at,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as source
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    join source_record_version as version on version.source_record_id = record.id and version.version = record.version
    join organisation as body on body.id = opened.contributor_id
    where opened.data_class in ('demographics', 'contacts')
    order by version.recorded_at desc, record.nhs_number_verified desc, record.id`.execute(tx.db)
  const isHidden = (await sensitivePeopleAmong(tx, [access.personId])).has(access.personId)
  const found = new Map<KnownField, KnownFact>()
  for (const { dataClass, contributorId, content, recordedAt, source } of rows) {
    for (const [field, value] of Object.entries(
      dataClass === 'contacts' ? reached(content, isHidden) : named(content),
    )) {
      if (value === '' || found.has(field as KnownField)) continue
      access.release(contributorId, dataClass)
      const from = { sourceId: contributorId, source, asOf: dayOf(recordedAt), language: undefined }
      found.set(field as KnownField, { field: field as KnownField, value, ...from })
    }
  }
  return [...found.values()]
}

function named(patient: Patient): Partial<Record<KnownField, string>> {
  const practice = practiceOf(patient)
  return {
    name: officialName(patient)?.text ?? '',
    language: patient.communication?.[0]?.language.coding?.[0]?.code ?? '',
    practice: practice?.name ?? practice?.code ?? '',
  }
}

function reached(patient: Patient, isHidden: boolean): Partial<Record<KnownField, string>> {
  const phones = (patient.telecom ?? []).flatMap(({ system, value }) => (system === 'phone' && value ? [value] : []))
  return {
    address: isHidden ? '' : addressLines(homeAddress(patient) ?? patient.address?.[0]).join('\n'),
    telephone: phones.join('\n'),
  }
}

/** Family and friends whom the person chose, for those who may know who acts for the person. */
async function carers(tx: Tx, access: Access, person: string): Promise<KnownFact[]> {
  if (!mayReadActing(access) || !access.covers(person, 'care-and-support')) return []
  const { rows } = await sql<{ name: string; startedAt: Date }>`
    select distinct on (account.id) account.name, tie.started_at
    from relationship_now as tie
    join account on account.id = tie.account_id
    where tie.person_id = ${access.personId} and tie.kind = 'family'
    order by account.id, tie.started_at`.execute(tx.db)
  const last = rows.map(({ startedAt }) => startedAt).sort((one, other) => other.getTime() - one.getTime())[0]
  if (last === undefined) return []
  access.release(person, 'care-and-support')
  const value = rows.map(({ name }) => name).join('\n')
  return [{ field: 'carers', value, sourceId: person, source: undefined, asOf: dayOf(last), language: undefined }]
}

async function ownWords(tx: Tx, access: Access, person: string): Promise<KnownFact[]> {
  const said = { sourceId: person, source: undefined }
  const parts = ((await readAboutMe(tx, access)) ?? []).flatMap(({ part, words, language, writtenAt }): KnownFact[] =>
    words !== '' && (part === 'most-important' || part === 'communication')
      ? [{ field: part, value: words, language, asOf: dayOf(writtenAt), ...said }]
      : [],
  )
  const matters = (await readPlan(tx, access)).filter(isOwnWords)
  const [last] = matters.toSorted((one, other) => other.writtenAt.getTime() - one.writtenAt.getTime())
  if (last === undefined) return parts
  const value = matters.map(({ words }) => words).join('\n')
  return [...parts, { field: 'what-matters', value, language: last.language, asOf: dayOf(last.writtenAt), ...said }]
}

/** The outcomes of the last one that was completed. */
async function formerAssessment(tx: Tx, access: Access): Promise<KnownFact[]> {
  const former = (await readAssessments(tx, access)).find(({ end }) => end?.how === 'completed')
  if (former?.written === undefined || former.end === undefined) return []
  return [
    {
      field: 'former-assessment',
      value: former.written.outcomes,
      language: former.written.language,
      sourceId: former.contributorId,
      source: former.organisation,
      asOf: dayOf(former.end.at),
    },
  ]
}
