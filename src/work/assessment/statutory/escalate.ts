import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { type LateReviews, LOOKED_AHEAD_DAYS, stepOn } from '#work/review/escalate.ts'

/**
 * Writes down of each assessment that waits that its day is near (step 1), that it is late (step 2), and later that whoever
 * answers for the council must know (step 3), by the same days as a review of a plan.
 */
export async function escalateAssessments(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating assessments')
    const today = dayOf(tx.now)
    for (const { id, dueOn, step } of await waiting(tx)) {
      if (step >= stepOn(today, dueOn)) continue
      await tx.db
        .insertInto('assessmentEscalation')
        .values({ assessmentId: id, step: step + 1, escalatedAt: tx.now })
        .execute()
    }
  })
}

interface Waiting {
  readonly id: string
  readonly dueOn: string
  /** The last step taken; 0 for none. */
  readonly step: number
}

async function waiting(tx: Tx): Promise<Waiting[]> {
  const until = dayOf(new Date(tx.now.getTime() + LOOKED_AHEAD_DAYS * 24 * 60 * 60 * 1000))
  const { rows } = await sql<Waiting>`
    select record.id, record.due_on,
           (select coalesce(max(taken.step), 0)::int from assessment_escalation as taken
            where taken.assessment_id = record.id) as step
    from assessment as record
    where record.due_on <= ${until}
      and not exists (select from assessment_end as ended where ended.assessment_id = record.id)
    order by record.due_on, record.id`.execute(tx.db)
  return rows
}

/** The people of whom a worker's team has an assessment open whose day is near or over. */
export async function peopleAssessedLate(tx: Tx, { teamId }: WorkerActor): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct now.person_id
    from assessment as record
    join person_now as now on now.id = record.person_id
    join assessment_escalation as told on told.assessment_id = record.id
    where record.team_id = ${teamId ?? null}::uuid
      and not exists (select from assessment_end as ended where ended.assessment_id = record.id)
    order by now.person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** The teams whose late assessments whoever answers for a council is told of. Counts, and nothing of whom they are about. */
export async function lateAssessments(tx: Tx, { role, organisationId }: WorkerActor): Promise<LateReviews[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<LateReviews>`
    select jsonb_build_object('en', coalesce(team.name_en, body.name_en), 'cy', coalesce(team.name_cy, body.name_cy)) as team,
           count(*)::int as count, min(record.due_on) as since
    from assessment as record
    join assessment_escalation as told on told.assessment_id = record.id and told.step = 3
    join organisation as body on body.id = record.contributor_id
    left join team on team.id = record.team_id
    where ${organisationId} in (body.id, coalesce(body.part_of, body.id))
      and not exists (select from assessment_end as ended where ended.assessment_id = record.id)
    group by body.id, team.id
    order by since, body.code, team.code`.execute(tx.db)
  return rows
}
