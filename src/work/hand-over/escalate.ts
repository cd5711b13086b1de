import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { escalatesAt, HAND_OVER_TOPIC, type Urgency } from './hand-over.ts'

/**
 * Writes down of each hand-over that is not answered that it is late (step 1), and later that whoever answers for the
 * other organisation must know (step 2); both teams' open pages are told.
 */
export async function escalateHandOvers(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating hand-overs')
    for (const { id, answerBy, urgency, step } of await unanswered(tx)) {
      const next = step + 1
      const due = next === 1 ? answerBy : escalatesAt(urgency, answerBy)
      if (due > tx.now) continue
      await tx.db.insertInto('handOverEscalation').values({ handOverId: id, step: next, escalatedAt: tx.now }).execute()
      await announce(tx, { topic: HAND_OVER_TOPIC, id })
    }
  })
}

interface Unanswered {
  readonly id: string
  readonly answerBy: Date
  readonly urgency: Urgency
  /** The last step taken; 0 for none. */
  readonly step: number
}

async function unanswered(tx: Tx): Promise<Unanswered[]> {
  const { rows } = await sql<Unanswered>`
    select handed.id, handed.answer_by, handed.urgency, coalesce(max(taken.step), 0)::int as step
    from hand_over as handed
    left join hand_over_escalation as taken on taken.hand_over_id = handed.id
    where handed.answer_by <= ${tx.now}
      and not exists (select from hand_over_answer as answer where answer.hand_over_id = handed.id)
    group by handed.id
    having coalesce(max(taken.step), 0) < 2
    order by handed.answer_by, handed.id`.execute(tx.db)
  return rows
}

/** A team of one's organisation that has left hand-overs unanswered for so long that it must be told. */
export interface OverdueTeam {
  readonly team: Bilingual
  readonly count: number
  /** Since when the one that has waited longest should have been answered. */
  readonly since: Date
}

/** The teams that whoever answers for an organisation is told of. Counts, and nothing of whom they are about. */
export async function overdueTeams(tx: Tx, { role, organisationId }: WorkerActor): Promise<OverdueTeam[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<OverdueTeam>`
    select jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team, count(*)::int as count,
           min(handed.answer_by) as since
    from hand_over as handed
    join hand_over_escalation as told on told.hand_over_id = handed.id and told.step = 2
    join team on team.id = handed.to_team_id
    join organisation as body on body.id = team.organisation_id
    where ${organisationId} in (body.id, coalesce(body.part_of, body.id))
      and not exists (select from hand_over_answer as answer where answer.hand_over_id = handed.id)
    group by team.id
    order by since, team.code`.execute(tx.db)
  return rows
}
