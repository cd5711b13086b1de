import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { announceEntry } from './about.ts'
import { QUESTION_TOPIC } from './ask.ts'
import { leadToldAt, type Urgency } from './clock.ts'

/**
 * Writes down of each question that waits with a worker or a team that it is late (step 1), and later that whoever answers
 * for the body must know (step 2); open pages are told. Whoever acts as themselves is hurried by nobody.
 */
export async function escalateQuestions(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating questions')
    for (const { id, answerBy, urgency, step } of await unanswered(tx)) {
      const next = step + 1
      const due = next === 1 ? answerBy : leadToldAt(urgency, answerBy)
      if (due > tx.now) continue
      await tx.db.insertInto('conversationLate').values({ questionId: id, step: next, notedAt: tx.now }).execute()
      await announceEntry(tx, id)
      await announce(tx, { topic: QUESTION_TOPIC, id })
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
    select asked.id, asked.answer_by, asked.urgency, coalesce(max(noted.step), 0)::int as step
    from conversation_question_now as asked
    left join conversation_late as noted on noted.question_id = asked.id
    where asked.is_open and asked.organisation_id is not null and asked.answer_by <= ${tx.now}
    group by asked.id, asked.answer_by, asked.urgency
    having coalesce(max(noted.step), 0) < 2
    order by asked.answer_by, asked.id`.execute(tx.db)
  return rows
}

/** A team of one's organisation that has left questions unanswered for so long that whoever answers for it is told. */
export interface UnansweredTeam {
  readonly team: Bilingual
  readonly count: number
  /** Since when the one that has waited longest is late. */
  readonly since: Date
}

/**
 * The teams that whoever answers for an organisation is told of, by the team whose turn it is or the one the person it is
 * asked of works in, or by the organisation where they work in none. Counts, and nothing of whom they are about.
 */
export async function unansweredTeams(tx: Tx, { role, organisationId }: WorkerActor): Promise<UnansweredTeam[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<UnansweredTeam>`
    select jsonb_build_object('en', coalesce(team.name_en, body.name_en), 'cy', coalesce(team.name_cy, body.name_cy)) as team,
           count(*)::int as count, min(asked.answer_by) as since
    from conversation_question_now as asked
    join conversation_late as noted on noted.question_id = asked.id and noted.step = 2
    join organisation as body on body.id = asked.organisation_id
    left join lateral (
      select post.team_id from post
      where post.account_id = asked.account_id and post.organisation_id = asked.organisation_id
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
      order by post.started_at, post.id limit 1
    ) as hand on true
    left join team on team.id = coalesce(asked.team_id, hand.team_id)
    where asked.is_open and ${organisationId} in (body.id, coalesce(body.part_of, body.id))
    group by team.id, body.id
    order by since, team.id`.execute(tx.db)
  return rows
}
