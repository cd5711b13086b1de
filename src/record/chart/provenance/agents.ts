import { type RawBuilder, sql } from 'kysely'
import { OUR_SYSTEMS } from '#ground/fhir/our-systems.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'

type Sql = RawBuilder<unknown>

/** Who took part in writing a version, where that is so. */
export interface Agent {
  readonly when: Sql
  readonly part: 'assembler' | 'author' | 'transmitter'
  /** In which job. */
  readonly role?: Sql
  readonly who: Who
  /** Whether they did it for whoever contributed it. */
  readonly forContributor?: true
}

/** Somebody or something, by what is told of them. */
export interface Who {
  /** Undefined where that would tell who it was. */
  readonly type?: string
  readonly id?: Sql
  readonly identifier?: { readonly system: string; readonly value: Sql }
  readonly display?: Sql
}

/**
 * Who took part in a version, as a question finds it in the version’s row. The author is a worker in their post, the person
 * themselves, or the organisation whose system sent it. Whoever else writes for a person, a daughter or an attorney, is not
 * named: whether they are known is another class of data than what they wrote, and the person’s trail names them.
 */
export function agentsOf(version: Sql): readonly Agent[] {
  const isWorker = sql`(${version}.role is not null and ${version}.account_id is not null)`
  const isPerson = sql`(${version}.role is null and ${isTheirOwn(version)})`
  const isOrganisation = sql`(${version}.account_id is null and ${version}.contributor_id <> ${thePerson})`
  const name = sql`${version}.written_by`
  return [
    {
      when: isWorker,
      part: 'author',
      role: sql`${version}.role`,
      who: { type: 'Practitioner', id: sql`${version}.account_id::text`, display: name },
      forContributor: true,
    },
    { when: isPerson, part: 'author', who: { type: 'Patient', id: patientOf(version) } },
    {
      when: isOrganisation,
      part: 'author',
      who: {
        type: 'Organization',
        identifier: { system: OUR_SYSTEMS.organisation, value: contributor(version, 'code') },
        display: contributor(version, 'name_en'),
      },
    },
    { when: sql`not (${isWorker} or ${isPerson} or ${isOrganisation})`, part: 'author', who: {} },
    {
      when: sql`${version}.sender_id is not null`,
      part: 'transmitter',
      who: { type: 'Device', id: sql`${version}.sender_id::text`, display: name },
      forContributor: true,
    },
    {
      when: sql`(${version}.app is not null and ${version}.sender_id is null)`,
      part: 'assembler',
      who: { type: 'Device', identifier: { system: OUR_SYSTEMS.app, value: sql`${version}.app` } },
      forContributor: true,
    },
  ]
}

const thePerson = sql`(select id from organisation where code = ${sql.lit(THE_PERSON)})`

/** What is known of the organisation that contributed a version. */
export function contributor(version: Sql, column: 'code' | 'name_cy' | 'name_en'): Sql {
  return sql`(select ${sql.raw(column)} from organisation where id = ${version}.contributor_id)`
}

/** Whether an organisation contributed it, and not the person. */
export function isOfOrganisation(version: Sql): Sql {
  return sql`${version}.contributor_id <> ${thePerson}`
}

/** The id of the Patient on whose record it hangs; null for what is about no one person. */
export function patientOf(version: Sql): Sql {
  return sql`(
    select coalesce(record.logical_id, record.id::text) from source_record as record
    where record.id = ${version}.source_record_id)`
}

/** Whether it was written with the account by which the person reads their own record. */
function isTheirOwn(version: Sql): Sql {
  return sql`exists (
    select from person_account_now as own
    join person_link_now as link on link.person_id = own.person_id
    where own.account_id = ${version}.account_id and link.source_record_id = ${version}.source_record_id)`
}
