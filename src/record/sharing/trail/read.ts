import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '../access.ts'
import type { Released } from '../because.ts'
import type { Failure } from '../decision/decide.ts'
import type { Doing } from '../doing.ts'
import type { Through } from '../through.ts'
import type { DataClass, Purpose } from '../vocabulary.ts'

/** One look at a person's record, as the person reads it. */
export interface TrailEntry {
  readonly id: string
  readonly sequence: number
  readonly at: Date
  readonly who: string
  readonly by: Looker
  /** Their employer then; absent for a citizen. */
  readonly organisation: Bilingual | undefined
  readonly organisationCode: string | undefined
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
  /** The app that asked for them, when they did not ask themselves. */
  readonly through: Through | undefined
}

/** Whoever an entry is about, told apart: a sender's id, or an account's; of the person, their own. */
export interface Looker {
  readonly kind: 'person' | 'worker' | 'citizen' | 'system'
  readonly id: string
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

/** Which part of the trail to read, and where to read on. What is left out narrows nothing. */
export interface TrailWanted {
  /** Entries before this sequence number. */
  readonly before?: number
  /** Whether the person's own looks are wanted too. */
  readonly withOwn: boolean
  readonly id?: string
  /** From this moment on. */
  readonly from?: Date
  /** Before this moment. */
  readonly until?: Date
  /** What this one did; without a kind, whoever has the id. */
  readonly by?: { readonly kind: Looker['kind'] | undefined; readonly id: string }
  readonly allowed?: boolean
  /** How many entries at most; a page of them unless told otherwise. */
  readonly limit?: number
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
    select entry.id, entry.sequence, entry.at, jsonb_build_object('kind', looker.kind, 'id', looker.id) as by, entry.through,
           body.code as organisation_code, entry.actor_name as who, entry.role, entry.sender_id is not null as is_machine,
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
    cross join lateral (
      select case when entry.sender_id is not null then 'system' when entry.account_id = ${own} then 'person'
                  when entry.role is not null then 'worker' else 'citizen' end as kind,
             case when entry.account_id = ${own} then entry.person_id
                  else coalesce(entry.sender_id, entry.account_id) end as id
    ) as looker
    where entry.person_id = ${access.personId}
      and entry.sequence < ${wanted.before ?? Number.MAX_SAFE_INTEGER}
      and (${wanted.id ?? null}::uuid is null or entry.id = ${wanted.id ?? null}::uuid)
      and (${wanted.from ?? null}::timestamptz is null or entry.at >= ${wanted.from ?? null}::timestamptz)
      and (${wanted.until ?? null}::timestamptz is null or entry.at < ${wanted.until ?? null}::timestamptz)
      and (${wanted.by?.id ?? null}::uuid is null or looker.id = ${wanted.by?.id ?? null}::uuid)
      and (${wanted.by?.kind ?? null}::text is null or looker.kind = ${wanted.by?.kind ?? null}::text)
      and (${wanted.allowed ?? null}::boolean is null or entry.allowed = ${wanted.allowed ?? null}::boolean)
      and (${wanted.withOwn} or entry.account_id is distinct from ${own}::uuid)
    order by entry.sequence desc
    limit ${wanted.limit ?? TRAIL_PAGE_ENTRIES}`.execute(tx.db)
  return done(rows.map(entryOf))
}

/** Whose trail an entry stands in. Undefined for one that is about nobody, and for one that does not exist. */
export async function findPersonOfEntry(tx: Tx, entryId: string): Promise<string | undefined> {
  const entry = await tx.db.selectFrom('trailEntry').select('personId').where('id', '=', entryId).executeTakeFirst()
  return entry?.personId ?? undefined
}

function entryOf(row: TrailRow): TrailEntry {
  const { organisation, organisationCode, role, through } = row
  return {
    ...row,
    organisation: organisation ?? undefined,
    organisationCode: organisationCode ?? undefined,
    role: role ?? undefined,
    through: through ?? undefined,
  }
}

type TrailRow = Omit<TrailEntry, 'organisation' | 'organisationCode' | 'role' | 'through'> & {
  readonly organisation: Bilingual | null
  readonly organisationCode: string | null
  readonly through: Through | null
  readonly role: Role | null
}
