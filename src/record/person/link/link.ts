import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { announcePeople } from './announce-people.ts'
import { type LinkBecause, pairOf } from './because.ts'
import { holdPeople, stillHeld } from './hold.ts'

/** Two records that are about one person now. */
export interface Linked {
  readonly linkId: string
  /** Of the two people there were, the one whose first record arrived first; the other id names them too. */
  readonly personId: string
  /** How many records are about them. */
  readonly records: number
  /** More records than people have: whoever asked must see that somebody looks (RECORDS_USUAL_MAX). */
  readonly isLarge: boolean
}

/** More records than this about one person are likelier a chain of mistakes than a person. */
export const RECORDS_USUAL_MAX = 12

/**
 * Says that two records are about one person, and so are all that were joined to either. Nothing is copied: ending the
 * link undoes all of it. A link that is in force already is answered, and not made again.
 * Refused, whoever asks and whatever the score, when two different verified NHS numbers would meet in one person, or
 * two records that were told apart or sealed from one another. It is one code for all, so that a refusal does not tell
 * that something is sealed. Source: design of linkage, guards 1, 3 and 9. Open pages of the two are told, unless one of
 * the records has just come (`isNew`): nobody has a page open of whom nothing was known.
 */
export async function linkRecords(
  tx: Tx,
  one: string,
  other: string,
  because: LinkBecause,
  isNew = false,
): Promise<Outcome<Linked, 'link.refused'>> {
  const { recordA, recordB } = pairOf(one, other)
  const held = await holdPeople(tx, [recordA, recordB])
  const joined = await join(tx, { recordA, recordB, because })
  stillHeld(held, joined.people)
  if (joined.isRefused) return refused('link.refused')
  if (joined.people.length > 1 && !isNew) await announcePeople(tx, joined.people)
  const { linkId, personId, records } = joined
  return done({ linkId, personId, records, isLarge: records > RECORDS_USUAL_MAX })
}

interface Pair {
  readonly recordA: string
  readonly recordB: string
  readonly because: LinkBecause
}

interface Joined {
  readonly people: readonly string[]
  readonly isRefused: boolean
  readonly linkId: string
  readonly personId: string
  readonly records: number
}

/**
 * Looks whether anything stands against it, and joins them when nothing does, in one statement. The row of each of the
 * two people is written even where it stays the same: a transaction that saw them as they were before is tried again.
 */
async function join(tx: Tx, { recordA, recordB, because }: Pair): Promise<Joined> {
  const { decidedBy, accountId, reason, weight, probability, modelVersion, explanation } = because
  const { rows } = await sql<Joined>`
    with side as materialized (
      select distinct person_id from person_link_now where source_record_id in (${recordA}, ${recordB})
    ), member as materialized (
      select record.id, record.home_person_id, record.arrival, now.person_id
      from side
      join person_now as now on now.person_id = side.person_id
      join source_record as record on record.home_person_id = now.id
    ), judged as materialized (
      select (select count(*) from side) as people,
             (select home_person_id from member order by arrival limit 1) as person_id,
             (select count(distinct number.nhs_number) > 1
              from member join record_verified_number as number on number.source_record_id = member.id)
             or exists (
               select from member as one
               join record_apart_now as apart on apart.record_a = one.id
               join member as other on other.id = apart.record_b
             ) as is_against,
             (select link.id from record_link_now as link
              where link.record_a = ${recordA} and link.record_b = ${recordB} limit 1) as standing_id
    ), linked as (
      insert into record_link (id, record_a, record_b, decided_by, account_id, reason, weight, probability,
                               model_version, explanation, started_at)
      select ${tx.newId()}, ${recordA}, ${recordB}, ${decidedBy}, ${accountId ?? null}, ${reason}, ${weight ?? null},
             ${probability ?? null}, ${modelVersion ?? null}, ${JSON.stringify(explanation ?? {})}, ${tx.now}
      from judged
      where standing_id is null and (people = 1 or not is_against)
      returning id
    ), moved as (
      update person_now as now set person_id = judged.person_id
      from judged, member
      where exists (select from linked) and now.id = member.home_person_id
        and (member.person_id <> judged.person_id or now.id = judged.person_id)
    )
    select (select array_agg(person_id::text) from side) as people, people > 1 and is_against as is_refused,
           coalesce(standing_id, (select id from linked)) as link_id, person_id,
           (select count(*) from member) as records
    from judged`.execute(tx.db)
  const [joined] = rows
  if (joined === undefined || joined.people === null) throw new Error(`no record ${recordA} or ${recordB}`)
  return joined
}
