import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** One thing that happened to an item: words written, a proposal declined, a stance taken. */
export interface HistoryEntry {
  readonly what: 'written' | 'declined' | 'agreed' | 'disagreed'
  readonly at: Date
  readonly by: string
  /** The version that was written, or the one that the words are about. */
  readonly version: number
  /** What was written, offered or said; a stance may be without. */
  readonly words: string | undefined
  /** Of the words; not known of a stance. */
  readonly language: Language | undefined
  readonly why: string | undefined
  /** Whose proposal was accepted or declined, and the word with which. */
  readonly proposedBy: string | undefined
  readonly answer: string | undefined
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
      select proposal.*, answer.accepted, answer.words as answer, answer.answered_by_name, answer.answered_at
      from plan_proposal as proposal
      join plan_proposal_answer as answer on answer.plan_proposal_id = proposal.id
    )
    select item.owner_id, item.data_class, happened.*
    from item
    cross join lateral (
      select 'written' as what, version.written_at as at, version.written_by_name as by, version.version, version.words,
             version.language, version.why, answered.proposed_by_name as proposed_by, answered.answer
      from plan_item_version as version
      left join answered
        on answered.plan_item_id = version.plan_item_id and answered.version = version.version - 1 and answered.accepted
      where version.plan_item_id = item.id
      union all
      select 'declined', answered_at, answered_by_name, version, words, language, why, proposed_by_name, answer
      from answered
      where plan_item_id = item.id and not accepted
      union all
      select case when agrees then 'agreed' else 'disagreed' end, taken_at, taken_by_name, version, words, null, null,
             null, null
      from plan_stance
      where plan_item_id = item.id
    ) as happened
    order by happened.at desc, happened.version desc, happened.what
    limit ${HISTORY_ENTRIES_MAX}`.execute(tx.db)
  return rows.map(({ ownerId, dataClass, ...row }) => {
    access.release(ownerId, dataClass)
    return {
      ...row,
      words: row.words ?? undefined,
      language: row.language ?? undefined,
      why: row.why ?? undefined,
      proposedBy: row.proposedBy ?? undefined,
      answer: row.answer ?? undefined,
    }
  })
}

type Nullable<Row> = {
  readonly [Name in keyof Row]: undefined extends Row[Name] ? NonNullable<Row[Name]> | null : Row[Name]
}

type HistoryRow = Nullable<HistoryEntry> & { readonly ownerId: string; readonly dataClass: DataClass }
