import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Details } from './details/details.ts'
import type { ActionState } from './plan.ts'

/** What can happen to an item. */
export type Happened =
  | 'written'
  | 'put-right'
  | 'accepted'
  | 'declined'
  | 'agreed'
  | 'disagreed'
  | 'struck'
  | 'misfiled'
  | 'state'
  | 'scored'
  | 'offered'
  | 'offer-accepted'
  | 'offer-declined'

/** One thing that happened to an item: words written, a proposal declined, a stance taken, a score given. */
export interface HistoryEntry {
  readonly what: Happened
  readonly at: Date
  readonly by: string
  readonly byId: string | undefined
  /** The version that was written, or the one that the words are about; undefined of what is about no version. */
  readonly version: number | undefined
  /** What was written, offered or said; a stance may be without. */
  readonly words: string | undefined
  /** Of the words; not known of what was said about an item. */
  readonly language: Language | undefined
  readonly why: string | undefined
  /** Whose proposal was accepted or declined, and the word with which. */
  readonly proposedBy: string | undefined
  readonly answer: string | undefined
  /** Of what was written. ISO 8601 day. */
  readonly dueOn: string | undefined
  readonly details: Details | undefined
  readonly state: ActionState['state'] | undefined
  /** 0 to 10. */
  readonly score: number | undefined
}

/** How far back the history of one item is read, entries. */
const HISTORY_ENTRIES_MAX = 200

/** What has happened to an item of this person's plan, newest first. Empty when the item is not open to this access. */
export async function readHistory(tx: Tx, access: Access, itemId: string): Promise<HistoryEntry[]> {
  const { rows } = await sql<HistoryRow>`
    with item as materialized (
      select item.id, item.owner_id, item.data_class
      from ${openedBy([access])}
      join plan_now as plan on plan.person_id = opened.person_id
      join plan_item as item
        on item.plan_id = plan.id and item.owner_id = opened.contributor_id and item.data_class = opened.data_class
      where item.id = ${itemId}
    ), answered as (
      select proposal.*, answer.accepted, answer.words as answer, answer.answered_by, answer.answered_by_name,
             answer.answered_at, answer.made_version
      from plan_proposal as proposal
      join plan_proposal_answer as answer on answer.plan_proposal_id = proposal.id
    )
    select item.owner_id, item.data_class, happened.*
    from item
    cross join lateral (
      select case when version.puts_right is null then 'written' else 'put-right' end as what, version.written_at as at,
             version.written_by_name as by, version.written_by as by_id, version.version, version.words,
             version.language, version.why, answered.proposed_by_name as proposed_by, answered.answer, version.due_on,
             version.details, null as state, null::smallint as score
      from plan_item_version as version
      left join answered
        on answered.plan_item_id = version.plan_item_id and answered.accepted
          and version.version = coalesce(answered.made_version, answered.version + 1)
          and version.written_at = answered.answered_at
      where version.plan_item_id = item.id
      union all
      ${YES_AND_NO}
      union all
      select case when agrees then 'agreed' else 'disagreed' end, taken_at, taken_by_name, taken_by, version, words,
             null, null, null, null, null, null, null, null
      from plan_stance
      where plan_item_id = item.id
      union all
      select case because when 'wrong' then 'struck' else 'misfiled' end, struck_at, struck_by_name, struck_by, version,
             null, null, why, null, null, null, null, null, null
      from plan_item_struck
      where plan_item_id = item.id
      union all
      select 'state', said_at, said_by_name, said_by, null, words, null, null, null, null, null, null, state, null
      from plan_action_state
      where plan_item_id = item.id
      union all
      select 'scored', said_at, said_by_name, said_by, null, words, null, null, null, null, null, null, null, score
      from plan_score
      where plan_item_id = item.id
      union all
      select 'offered', offered_at, offered_by_name, offered_by, null, null, null, why, null, null, null, null, null, null
      from plan_item_offer
      where plan_item_id = item.id
      union all
      select case when accepted then 'offer-accepted' else 'offer-declined' end, answered_at, answered_by_name,
             answered_by, null, words, null, null, null, null, null, null, null, null
      from plan_item_offer_answer
      where plan_item_id = item.id
    ) as happened
    order by happened.at desc, happened.version desc nulls first, happened.what
    limit ${HISTORY_ENTRIES_MAX}`.execute(tx.db)
  return rows.map(({ ownerId, dataClass, ...row }) => {
    access.release(ownerId, dataClass)
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value ?? undefined]),
    ) as unknown as HistoryEntry
  })
}

/** What proposals came to, but for those that made a version. */
const YES_AND_NO = sql`
  select case when accepted then 'accepted' else 'declined' end, answered_at, answered_by_name, answered_by,
         case when accepted then made_version else version end, words, language, why, proposed_by_name, answer, null::date,
         null::jsonb, null, null::smallint
  from answered
  where plan_item_id = item.id and not (accepted and exists (
    select from plan_item_version as made
    where made.plan_item_id = item.id and made.version = coalesce(answered.made_version, answered.version + 1)
      and made.written_at = answered.answered_at))`

type Nullable<Row> = {
  readonly [Name in keyof Row]: undefined extends Row[Name] ? NonNullable<Row[Name]> | null : Row[Name]
}

type HistoryRow = Nullable<HistoryEntry> & { readonly ownerId: string; readonly dataClass: DataClass }
