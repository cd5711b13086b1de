import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { InstitutionClass } from './institution.ts'

/** Where somebody lives now, as some organisations hold it. Places are for comparing, and never for showing. */
export interface Homes {
  readonly places: readonly string[]
  /** The one UPRN that is held; undefined where none is, or several that differ. */
  readonly uprn: string | undefined
  /** `many`: nobody has said what it is, and more people live there than in one household. */
  readonly institution: InstitutionClass | 'many' | undefined
}

/** Where somebody lives now by the records of these organisations. */
export async function homesHeldBy(tx: Tx, personId: string, organisationIds: readonly string[]): Promise<Homes> {
  const { rows } = await sql<{ place: string; class: InstitutionClass | null; isOfMany: boolean }>`
    select home.place, institution_class(home.place) as class,
           is_place_of_many(home.place) as is_of_many
    from person_link_now as link
    join source_record as record on record.id = link.source_record_id
    join record_standard as standard on standard.source_record_id = record.id
    cross join lateral unnest(standard.homes) as home (place)
    where link.person_id = ${personId} and record.organisation_id = any(${organisationIds}::uuid[])
    group by home.place
    order by home.place`.execute(tx.db)
  const uprns = rows.flatMap(({ place }) => (place.startsWith('uprn ') ? [place.slice('uprn '.length)] : []))
  const known = rows.find(row => row.class !== null)?.class
  return {
    places: rows.map(({ place }) => place),
    uprn: uprns.length === 1 ? uprns[0] : undefined,
    institution: known ?? (rows.some(({ isOfMany }) => isOfMany) ? 'many' : undefined),
  }
}

/**
 * Everybody else who lives at these places by any record of theirs, without those whose address must not become known.
 * Ids, to decide about each: that somebody is among them is not to be told.
 */
export async function peopleAt(tx: Tx, { places }: Homes, personId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct link.person_id
    from record_standard as there
    join person_link_now as link on link.source_record_id = there.source_record_id
    where there.homes && ${[...places]}::text[] and live_together(there.homes, ${[...places]}::text[])
      and link.person_id <> ${personId}
      and not exists (
        select from person_link_now as own
        where own.person_id = link.person_id and is_sensitive_record(own.source_record_id))
    order by link.person_id`.execute(tx.db)
  return rows.map(row => row.personId)
}
