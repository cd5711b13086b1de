import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'

/** A link of somebody's records, in force or ended, with all that explains it. */
export interface RecordLink {
  readonly id: string
  readonly recordA: string
  readonly recordB: string
  readonly decidedBy: string
  readonly accountId: string | null
  readonly reason: string
  /** In bits; null when nothing was weighed. */
  readonly weight: number | null
  readonly probability: number | null
  readonly modelVersion: string | null
  readonly explanation: unknown
  readonly startedAt: Date
  /** Null while it is in force. */
  readonly ended: Decided | null
}

/** Two records somebody told apart. */
export interface ToldApart extends Decided {
  readonly id: string
  readonly recordA: string
  readonly recordB: string
  readonly lifted: Decided | null
}

/** Who decided, why and when. */
interface Decided {
  readonly decidedBy: string
  readonly accountId: string | null
  readonly reason: string
  readonly at: Date
}

/**
 * Every link that one of the records about a person has or had, the latest first. What was ever between two identities
 * that are sealed from one another is left out: of the old one nothing may be seen.
 */
export async function linksOf(tx: Tx, personId: string): Promise<RecordLink[]> {
  const { rows } = await sql<Omit<RecordLink, 'ended'> & Ended>`
    ${MEMBERS(personId)}
    select link.id, link.record_a, link.record_b, link.decided_by, link.account_id, link.reason, link.weight,
           link.probability, link.model_version, link.explanation, link.started_at, ${ENDED}
    from member
    join record_link as link on ${TOUCHED}
    left join record_link_end as ended on ended.record_link_id = link.id
    where not exists (${SEALED})
    order by link.started_at desc, link.id`.execute(tx.db)
  return rows.map(({ endedBy, endedByAccount, endedBecause, endedAt, ...link }) => ({
    ...link,
    ended: decidedOr({ endedBy, endedByAccount, endedBecause, endedAt }),
  }))
}

/** From what the records about a person were told apart, also what was lifted since, the latest first. Never a seal. */
export async function toldApartOf(tx: Tx, personId: string): Promise<ToldApart[]> {
  const { rows } = await sql<Omit<ToldApart, 'lifted'> & Ended>`
    ${MEMBERS(personId)}
    select link.id, link.record_a, link.record_b, link.decided_by, link.account_id, link.reason, link.started_at as at,
           ${ENDED}
    from member
    join record_apart as link on ${TOUCHED}
    left join record_apart_end as ended on ended.record_apart_id = link.id
    where link.kind = 'told-apart' and not exists (${SEALED})
    order by link.started_at desc, link.id`.execute(tx.db)
  return rows.map(({ endedBy, endedByAccount, endedBecause, endedAt, ...apart }) => ({
    ...apart,
    lifted: decidedOr({ endedBy, endedByAccount, endedBecause, endedAt }),
  }))
}

interface Ended {
  readonly endedBy: string | null
  readonly endedByAccount: string | null
  readonly endedBecause: string | null
  readonly endedAt: Date | null
}

const MEMBERS = (personId: string) => sql`
  with member as materialized (
    select record.id
    from person_now as asked
    join person_now as now on now.person_id = asked.person_id
    join source_record as record on record.home_person_id = now.id
    where asked.id = ${personId}
  )`

/** Of a pair of which both are about the person, once. */
const TOUCHED = sql`member.id in (link.record_a, link.record_b)
      and (link.record_a = member.id or link.record_a not in (select id from member))`

const ENDED = sql`ended.decided_by as ended_by, ended.account_id as ended_by_account, ended.reason as ended_because, ended.ended_at`

/** A seal between whom the two records of `link` are about now, whichever of their records it names. */
const SEALED = sql`
  select from person_link_now as a
  join person_link_now as b on b.source_record_id = link.record_b
  join person_link_now as of_a on of_a.person_id = a.person_id
  join person_link_now as of_b on of_b.person_id = b.person_id
  join record_apart_now as seal
    on seal.kind = 'sealed' and seal.record_a = least(of_a.source_record_id, of_b.source_record_id)
   and seal.record_b = greatest(of_a.source_record_id, of_b.source_record_id)
  where a.source_record_id = link.record_a and a.person_id <> b.person_id`

function decidedOr({ endedBy, endedByAccount, endedBecause, endedAt }: Ended): Decided | null {
  if (endedBy === null || endedBecause === null || endedAt === null) return null
  return { decidedBy: endedBy, accountId: endedByAccount, reason: endedBecause, at: endedAt }
}
