import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import { NHS_NUMBER_SYSTEM, officialName } from '#record/person/patient.ts'
import { hasDied } from '#record/person/patient-facts.ts'
import type { Access } from '#record/sharing/access.ts'
import { openedBy } from './opened.ts'

/** Who a page is about: what must never be hidden. Source: NHS Wales user interface rules (domain.md 2.12). */
export interface Banner {
  readonly personId: string
  /** As the person is addressed: given names and family name. */
  readonly name: string
  readonly family: string
  readonly given: string
  /** ISO 8601 day. */
  readonly birthDate: string | undefined
  readonly nhsNumber: NhsNumber | undefined
  readonly deceased: boolean
  /** The language the person uses, when it is known. */
  readonly language: 'en' | 'cy' | undefined
}

interface Demographics {
  readonly opened: number
  readonly contributorId: string
  readonly content: Patient
}

/** Somebody of whom nothing that would name them is open. */
export function nameless(personId: string): Banner {
  return {
    personId,
    name: '',
    family: '',
    given: '',
    birthDate: undefined,
    nhsNumber: undefined,
    deceased: false,
    language: undefined,
  }
}

/**
 * The banner of each access's person, or undefined where demographics are not open. Drawn from the source records that
 * may be seen: one with a verified NHS number before others, the most lately received of those first.
 */
export async function bannersOf(tx: Tx, accesses: readonly Access[]): Promise<(Banner | undefined)[]> {
  const { rows } = await sql<Demographics>`
    select opened.place as opened, opened.contributor_id, record.content
    from ${openedBy(accesses)}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    join source_record_version as version on version.source_record_id = record.id and version.version = record.version
    where opened.data_class = 'demographics'
    order by record.nhs_number_verified desc, version.recorded_at desc, record.id`.execute(tx.db)
  return accesses.map((access, place) => {
    const records = rows.filter(row => row.opened === place)
    for (const { contributorId } of records) access.release(contributorId, 'demographics')
    return records.length === 0
      ? undefined
      : bannerFrom(
          access.personId,
          records.map(({ content }) => content),
        )
  })
}

function bannerFrom(personId: string, patients: readonly Patient[]): Banner {
  const [first] = patients
  const name = first === undefined ? undefined : officialName(first)
  const given = name?.given?.join(' ') ?? ''
  const family = name?.family ?? ''
  return {
    personId,
    name: name?.text ?? [given, family].filter(part => part !== '').join(' '),
    family,
    given,
    birthDate: firstOf(patients, patient => patient.birthDate),
    nhsNumber: firstOf(patients, nhsNumberOf),
    deceased: patients.some(hasDied),
    language: firstOf(patients, languageOf),
  }
}

function firstOf<Value>(
  patients: readonly Patient[],
  read: (patient: Patient) => Value | undefined,
): Value | undefined {
  for (const patient of patients) {
    const value = read(patient)
    if (value !== undefined) return value
  }
  return undefined
}

function nhsNumberOf(patient: Patient): NhsNumber | undefined {
  const value = patient.identifier?.find(({ system }) => system === NHS_NUMBER_SYSTEM)?.value
  return value === undefined ? undefined : parseNhsNumber(value)
}

function languageOf(patient: Patient): 'en' | 'cy' | undefined {
  const preferred = patient.communication?.find(({ preferred }) => preferred === true) ?? patient.communication?.[0]
  const code = preferred?.language.coding?.[0]?.code
  return code === 'cy' || code === 'en' ? code : undefined
}
