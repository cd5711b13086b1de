import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '../access.ts'
import type { Released } from '../because.ts'
import type { Failure } from '../decision/decide.ts'
import type { Doing } from '../doing.ts'
import type { DataClass, Purpose } from '../vocabulary.ts'

/** One look at a person's record, as the person reads it. */
export interface TrailEntry {
  readonly sequence: number
  readonly at: Date
  readonly who: string
  /** Their employer then; absent for a citizen. */
  readonly organisation: Bilingual | undefined
  readonly role: Role | undefined
  readonly isMachine: boolean
  readonly isThePerson: boolean
  readonly doing: Doing
  readonly place: string
  readonly purpose: Purpose
  readonly allowed: boolean
  readonly released: readonly Released[]
  readonly failed: readonly Failure[]
  /** The clauses cited, once each, in the words of the agreement then in force. */
  readonly clauses: readonly CitedClause[]
}

export interface CitedClause {
  readonly agreement: Bilingual
  readonly hash: string
  readonly number: number
  readonly words: Bilingual
  readonly classes: readonly DataClass[]
}

/** How many entries one page of the trail holds. */
export const TRAIL_PAGE_ENTRIES = 50

/** Where to read on: entries before this sequence number; whether the person's own looks are wanted too. */
export interface TrailWanted {
  readonly before?: number
  readonly withOwn: boolean
}

/**
 * The looks at a person's record, newest first, for the person alone: an access that opens the record as their own.
 * Refused looks are in it, and what machines did.
 */
export async function readTrail(
  tx: Tx,
  access: Access,
  wanted: TrailWanted,
): Promise<Outcome<TrailEntry[], 'record.notShown'>> {
  if (!access.grants.some(({ because }) => because.kind === 'own')) return refused('record.notShown')
  const own = access.actor.kind === 'system' ? null : access.actor.accountId
  const { rows } = await sql<TrailRow>`
    select entry.sequence, entry.at, entry.actor_name as who, entry.role, entry.sender_id is not null as is_machine,
           coalesce(entry.account_id = ${own}, false) as is_the_person, entry.action as doing, entry.place, entry.purpose, entry.allowed,
           entry.released, entry.failed,
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
    from trail_entry as entry
    left join organisation as body on body.id = entry.organisation_id
    where entry.person_id = ${access.personId}
      and entry.sequence < ${wanted.before ?? Number.MAX_SAFE_INTEGER}
      and (${wanted.withOwn} or entry.account_id is distinct from ${own}::uuid)
    order by entry.sequence desc
    limit ${TRAIL_PAGE_ENTRIES}`.execute(tx.db)
  return done(rows.map(row => ({ ...row, organisation: row.organisation ?? undefined, role: row.role ?? undefined })))
}

type TrailRow = Omit<TrailEntry, 'organisation' | 'role'> & {
  readonly organisation: Bilingual | null
  readonly role: Role | null
}
