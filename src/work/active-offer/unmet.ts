import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Figure, figureOf } from '#ground/small-numbers.ts'
import { LEVEL_FOR_CHOICE, LEVEL_FOR_NEED } from './speakers.ts'

/** How the Active Offer is met by one organisation's people. */
export interface OfferMet {
  readonly organisation: Bilingual
  /** People whom it works with and who have asked for Welsh. */
  readonly asked: Figure
  /** Those with whom nobody of it works who speaks Welsh as well as they need. */
  readonly unmet: Figure
}

/**
 * By organisation, for managers: how many of those who asked for Welsh nobody who works with them speaks it well enough
 * to. Fewer than five are not told; an organisation with whom nobody has asked is left out.
 */
export async function offersUnmet(tx: Tx): Promise<OfferMet[]> {
  const { rows } = await sql<{ organisation: Bilingual; asked: number; unmet: number }>`
    with working as (
      select tie.person_id, post.organisation_id, coalesce(least(skill.listening, skill.speaking), 0) as level
      from relationship_now as tie
      join post on post.account_id = tie.account_id or post.team_id = tie.team_id
      left join language_skill_now as skill on skill.account_id = post.account_id
      where tie.kind <> 'family' and tie.started_at <= ${tx.now} and (tie.ends_at is null or tie.ends_at > ${tx.now})
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    ), best as (
      select working.person_id, working.organisation_id,
             max(working.level) >= case when answer.need is null then ${LEVEL_FOR_CHOICE}::int else ${LEVEL_FOR_NEED}::int end as met
      from working
      join language_answer_now as answer on answer.person_id = working.person_id and answer.spoken = 'cy'
      group by working.person_id, working.organisation_id, answer.need
    )
    select jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           count(*)::int as asked, (count(*) filter (where not met))::int as unmet
    from best
    join organisation as body on body.id = best.organisation_id
    group by body.id
    order by unmet desc, body.name_cy`.execute(tx.db)
  return rows.map(({ organisation, asked, unmet }) => ({
    organisation,
    asked: figureOf(asked),
    unmet: figureOf(unmet),
  }))
}
