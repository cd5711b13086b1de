import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Figure, isFew, roundedFigureOf } from '#ground/small-numbers.ts'
import type { RecordKind } from '#work/assessment/record.ts'

/** How often one team was told, by one form, what was known already. */
export interface AskedAgain {
  readonly organisation: Bilingual
  /** Undefined for those who work in no team. */
  readonly team: Bilingual | undefined
  readonly form: RecordKind
  /** How often the form was filled in. */
  readonly filled: Figure
  /** What was known already, and did not have to be asked. */
  readonly known: Figure
  readonly corrected: Figure
  /** What was typed once more although it was known. */
  readonly typedAgain: Figure
}

/** How far back it is counted, days: twelve weeks. */
const COUNTED_DAYS = 84

/**
 * What was typed again although it was known, by team and form, where it was most often first. No person and no worker is
 * in it; where a form was filled in fewer than five times nothing of it is told, and the rest to the nearest five.
 */
export async function askedAgain(tx: Tx): Promise<AskedAgain[]> {
  const since = new Date(tx.now.getTime() - COUNTED_DAYS * 24 * 3_600_000)
  const { rows } = await sql<Row>`
    with form as (
      select 'contact' as kind, id, contributor_id, team_id, taken_at as at from contact
      union all
      select 'what-matters', id, contributor_id, team_id, recorded_at from what_matters
      union all
      select 'assessment', id, contributor_id, team_id, begun_at from assessment
    )
    select form.kind as form, jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           case when team.id is not null then jsonb_build_object('en', team.name_en, 'cy', team.name_cy) end as team,
           count(distinct form.id) as filled, count(*) as known, count(*) filter (where fact.how = 'corrected') as corrected,
           count(*) filter (where fact.how = 'typed-again') as typed_again
    from collected_fact as fact
    join form on form.id = coalesce(fact.contact_id, fact.what_matters_id, fact.assessment_id)
    join organisation as body on body.id = form.contributor_id
    left join team on team.id = form.team_id
    where form.at > ${since}
    group by form.kind, body.id, team.id
    order by typed_again desc, body.name_en, team.name_en, form.kind`.execute(tx.db)
  return rows.map(({ organisation, team, form, ...counts }) => {
    const told = (count: number): Figure => (isFew(counts.filled) ? 'few' : roundedFigureOf(count))
    return {
      organisation,
      team: team ?? undefined,
      form,
      filled: told(counts.filled),
      known: told(counts.known),
      corrected: told(counts.corrected),
      typedAgain: told(counts.typedAgain),
    }
  })
}

interface Row {
  readonly organisation: Bilingual
  readonly team: Bilingual | null
  readonly form: RecordKind
  readonly filled: number
  readonly known: number
  readonly corrected: number
  readonly typedAgain: number
}
