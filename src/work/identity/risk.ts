import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** Why a second person must agree before two people become one. */
export type Risk = 'bothLivedIn' | 'bothSeveral' | 'protected' | 'diedOnOneSide'

/**
 * What makes joining these two records weigh more than one person may answer for: both sides hold what
 * somebody made (an account, a plan, a wish, a representative), both are several records already, one is protected, or
 * one alone says that somebody has died.
 */
export async function risksOf(tx: Tx, one: string, other: string): Promise<Risk[]> {
  const { rows } = await sql<Record<Risk, boolean>>`
    with side as materialized (
      select asked.place, member.source_record_id, record.content, record.home_person_id
      from (values (1, ${one}::uuid), (2, ${other}::uuid)) as asked (place, record_id)
      join person_link_now as link on link.source_record_id = asked.record_id
      join person_link_now as member on member.person_id = link.person_id
      join source_record as record on record.id = member.source_record_id
    ), seen as (
      select place, count(*) as records,
             bool_or(exists (select from person_account where person_id = home_person_id)
                     or exists (select from plan where person_id = home_person_id)
                     or exists (select from wish where person_id = home_person_id and carried_from is null)
                     or exists (select from representative where person_id = home_person_id)) as lived_in,
             bool_or(is_sensitive_record(source_record_id)) as is_protected,
             bool_or(content ? 'deceasedDateTime' or content -> 'deceasedBoolean' = 'true') as has_died
      from side group by place
    )
    select coalesce(bool_and(lived_in), false) as both_lived_in, min(records) > 1 as both_several,
           coalesce(bool_or(is_protected), false) as protected,
           coalesce(bool_or(has_died) and not bool_and(has_died), false) as died_on_one_side
    from seen`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw new Error(`no records ${one} and ${other}`)
  return (['bothLivedIn', 'bothSeveral', 'protected', 'diedOnOneSide'] as const).filter(risk => row[risk])
}
