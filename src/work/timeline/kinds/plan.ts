import { sql } from 'kysely'
import type { Language } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { TimelineReader } from '../entry.ts'

interface Written {
  readonly id: string
  readonly ownerId: string
  readonly dataClass: DataClass
  readonly itemId: string
  readonly version: number
  readonly at: Date
  readonly by: string
  readonly words: string
  readonly language: Language
  readonly isStruck: boolean
}

/**
 * What was written in the plan, in its words: what was added, and what was written anew. What was about another person
 * is not among it, nor what was only offered; of what was struck through, that it was, without its words.
 */
export const plan: TimelineReader = async (tx, access, { before, max }) => {
  const { rows } = await sql<Written>`
    select *
    from (
      select 'plan ' || item.id || ' ' || lpad(version.version::text, 6, '0') as id, item.owner_id, item.data_class,
             item.id as item_id, version.version, version.written_at as at, version.written_by_name as by, version.words,
             version.language, struck.plan_item_id is not null as is_struck
      from ${openedBy([access])}
      join plan_now as plan on plan.person_id = opened.person_id
      join plan_item as item
        on item.plan_id = plan.id and item.owner_id = opened.contributor_id and item.data_class = opened.data_class
      join plan_item_version as version on version.plan_item_id = item.id
      left join plan_item_struck as struck
        on struck.plan_item_id = item.id and struck.version = version.version
      where not exists (
          select from plan_item_struck as misfiled
          where misfiled.plan_item_id = item.id and misfiled.because = 'wrong-person')
        and not exists (
          select from plan_item_offer as offer
          where offer.plan_item_id = item.id and not exists (
            select from plan_item_offer_answer as answer
            where answer.plan_item_id = item.id and answer.accepted))
    ) as written
    where (written.at, written.id collate "C") < (${before.at}, ${before.id} collate "C")
    order by written.at desc, written.id collate "C" desc
    limit ${max}`.execute(tx.db)
  return rows.map(row => {
    access.release(row.ownerId, row.dataClass)
    const { id, at, by, itemId, version, isStruck } = row
    const what = isStruck ? 'struck' : version === 1 ? 'added' : 'rewritten'
    const said = isStruck ? {} : { words: row.words, language: row.language }
    return { id, at, by, what, ...said, href: `/plan/items/${itemId}` } as const
  })
}
