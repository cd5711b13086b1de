import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Through } from '../through.ts'
import type { TrailEntry, TrailWanted } from './entry.ts'

/** Which entries of one person's trail, as far as the database can tell them apart. */
export type RowsWanted = TrailWanted & {
  readonly personId: string
  /** The reader's own account. */
  readonly own: string | null
  readonly limit: number
}

/**
 * Entries as they were written, newest first, each with the words of the clauses it cites. Nothing is redacted yet. Under
 * each id of the person the newest are found by themselves, so that a long trail is not sorted for one page of it.
 */
export async function trailRows(tx: Tx, wanted: RowsWanted): Promise<TrailEntry[]> {
  const { own } = wanted
  const { rows } = await sql<TrailRow>`
    select entry.id, entry.sequence, entry.at, jsonb_build_object('kind', entry.looker_kind, 'id', entry.looker_id) as by, entry.through,
           entry.account_id, entry.organisation_id, body.code as organisation_code, entry.actor_name as who, entry.role,
           entry.sender_id is not null as is_machine, coalesce(entry.account_id = ${own}, false) as is_the_person,
           entry.action as doing, entry.place, entry.purpose, entry.allowed, entry.released, entry.failed,
           case when body.id is null then null else jsonb_build_object('en', body.name_en, 'cy', body.name_cy) end as organisation,
           coalesce((
             select jsonb_agg(jsonb_build_object('hash', agreement.content_hash, 'agreement', agreement.content -> 'title',
                                                 'number', cited.number, 'words', clause -> 'words', 'classes', cited.classes)
                              order by agreement.code, cited.number)
             from (
               select one -> 'because' ->> 'hash' as hash, (one -> 'because' ->> 'clause')::integer as number,
                      jsonb_agg(distinct one ->> 'dataClass') as classes
               from jsonb_array_elements(entry.released) as one
               where one -> 'because' ->> 'kind' = 'clause'
               group by 1, 2
             ) as cited
             join agreement on agreement.content_hash = cited.hash
             cross join lateral jsonb_array_elements(agreement.content -> 'clauses') as clause
             where (clause ->> 'number')::integer = cited.number
           ), '[]') as clauses
    from ${everyIdOf(wanted.personId)} as kept (under)
    cross join lateral (
      select entry.*, looker.kind as looker_kind, looker.id as looker_id
      from trail_entry as entry
      cross join lateral (
        select case when entry.sender_id is not null then 'system' when entry.account_id = ${own} then 'person'
                    when entry.role is not null then 'worker' else 'citizen' end as kind,
               case when entry.account_id = ${own} then ${wanted.personId}::uuid
                    else coalesce(entry.sender_id, entry.account_id) end as id
      ) as looker
      where ${sql.join([sql`entry.person_id = kept.under`, ...conditionsOf(wanted)], sql` and `)}
      order by entry.sequence desc
      limit ${wanted.limit}
    ) as entry
    left join organisation as body on body.id = entry.organisation_id
    order by entry.sequence desc
    limit ${wanted.limit}`.execute(tx.db)
  return rows.map(row => ({
    ...row,
    accountId: row.accountId ?? undefined,
    organisationId: row.organisationId ?? undefined,
    organisation: row.organisation ?? undefined,
    organisationCode: row.organisationCode ?? undefined,
    role: row.role ?? undefined,
    through: row.through ?? undefined,
    isWithheld: false,
  }))
}

function conditionsOf(wanted: RowsWanted): RawBuilder<unknown>[] {
  const { personId, own, withOwn, before, beforeEntry, id, from, until, by, allowed } = wanted
  const { organisationId, dataClass, hands, only, month } = wanted
  return [
    !withOwn && sql`entry.account_id is distinct from ${own}::uuid`,
    before !== undefined && sql`entry.sequence < ${before}`,
    beforeEntry !== undefined &&
      sql`entry.sequence < (
        select read.sequence from trail_entry as read where read.id = ${beforeEntry} and read.person_id in ${everyIdOf(personId)})`,
    id !== undefined && sql`entry.id = ${id}`,
    from !== undefined && sql`entry.at >= ${from}`,
    until !== undefined && sql`entry.at < ${until}`,
    by !== undefined &&
      sql`(looker.id = ${by.id} or looker.kind = 'person' and ${by.id}::uuid in ${everyIdOf(personId)})`,
    by?.kind !== undefined && sql`looker.kind = ${by.kind}`,
    allowed !== undefined && sql`entry.allowed = ${allowed}`,
    organisationId !== undefined && sql`entry.organisation_id = ${organisationId}`,
    dataClass !== undefined && sql`entry.released @> ${JSON.stringify([{ dataClass }])}::jsonb`,
    hands === 'machines' && sql`entry.sender_id is not null`,
    hands === 'people' && sql`entry.sender_id is null`,
    only === 'refused' && sql`not entry.allowed`,
    only === 'emergency' && IN_AN_EMERGENCY,
    month !== undefined && inMonth(month),
  ].filter(condition => condition !== false)
}

const IN_AN_EMERGENCY = sql`(entry.action = 'emergency' or entry.released @> '[{"because": {"kind": "emergency"}}]')`

/** A month of the region's own, from midnight to midnight in Wales. */
function inMonth(month: string): RawBuilder<unknown> {
  const first = sql`${`${month}-01`}::date`
  return sql`entry.at >= ${first}::timestamp at time zone 'Europe/London'
             and entry.at < (${first} + interval '1 month') at time zone 'Europe/London'`
}

type Optional = 'accountId' | 'organisationId' | 'organisation' | 'organisationCode' | 'role' | 'through'

/** An entry as the database has it, which knows no undefined. */
type TrailRow = Omit<TrailEntry, Optional | 'isWithheld'> & {
  readonly accountId: string | null
  readonly organisationId: string | null
  readonly organisation: Bilingual | null
  readonly organisationCode: string | null
  readonly role: Role | null
  readonly through: Through | null
}
