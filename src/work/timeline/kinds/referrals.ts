import { sql } from 'kysely'
import type { Bilingual, Language } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import { HAND_OVER_CLASS } from '#work/hand-over/hand-over.ts'
import type { TimelineReader } from '../entry.ts'

interface Handed {
  readonly id: string
  readonly contributorId: string
  readonly at: Date
  readonly by: string
  readonly asks: string
  readonly language: Language | null
  readonly team: Bilingual
}

/** Each time one team handed the person on to another, with what it asked. */
export const referrals: TimelineReader = async (tx, access, { before, max }) => {
  const { rows } = await sql<Handed>`
    select *
    from (
      select 'handed ' || handed.id as id, handed.contributor_id, handed.handed_at as at, handed.from_name as by,
             handed.asks, handed.language, jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team
      from ${openedBy([access])}
      join person_now as now on now.person_id = opened.person_id
      join hand_over as handed on handed.person_id = now.id and handed.contributor_id = opened.contributor_id
      join team on team.id = handed.to_team_id
      where opened.data_class = ${HAND_OVER_CLASS}
    ) as asked
    where (asked.at, asked.id collate "C") < (${before.at}, ${before.id} collate "C")
    order by asked.at desc, asked.id collate "C" desc
    limit ${max}`.execute(tx.db)
  return rows.map(({ id, contributorId, at, by, asks: words, language, team: where }) => {
    access.release(contributorId, HAND_OVER_CLASS)
    const href = `/hand-overs/${id.replace('handed ', '')}`
    return { id, at, by, what: 'handed-on', where, words, language: language ?? undefined, href } as const
  })
}
