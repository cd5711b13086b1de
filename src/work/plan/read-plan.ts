import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { PlanItem } from './plan.ts'

/** Everything of the plan that this access opens, in the order the person keeps it. Empty when there is no plan yet. */
export async function readPlan(tx: Tx, access: Access): Promise<PlanItem[]> {
  const { rows } = await itemsOf(access.personId).execute(tx.db)
  const open = rows.filter(item => access.covers(item.ownerId, item.dataClass))
  for (const item of open) access.release(item.ownerId, item.dataClass)
  return open.map(tidied)
}

/** JSON knows no moments and no undefined: both are put back. */
function tidied(row: PlanRow): PlanItem {
  return {
    ...row,
    partOf: row.partOf ?? undefined,
    dueOn: row.dueOn ?? undefined,
    helpedBy: row.helpedBy ?? undefined,
    proposals: row.proposals.map(one => ({ ...one, why: one.why ?? undefined, proposedAt: new Date(one.proposedAt) })),
    stances: row.stances.map(one => ({ ...one, words: one.words ?? undefined, takenAt: new Date(one.takenAt) })),
  }
}

type PlanRow = PlanItem

function itemsOf(personId: string) {
  return sql<PlanRow>`
    select item.id, item.kind, item.part_of, item.owner_id, item.data_class,
           latest.version, latest.words, latest.language, latest.due_on, latest.helped_by,
           latest.written_by_name as written_by, latest.written_at,
           coalesce(waiting.proposals, '[]') as proposals,
           coalesce(taken.stances, '[]') as stances
    from plan
    join plan_item as item on item.plan_id = plan.id
    join lateral (
      select * from plan_item_version as version
      where version.plan_item_id = item.id order by version.version desc limit 1
    ) as latest on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(
               'id', proposal.id, 'words', proposal.words, 'language', proposal.language, 'why', proposal.why,
               'proposedBy', proposal.proposed_by_name, 'proposedById', proposal.proposed_by,
               'proposedAt', proposal.proposed_at) order by proposal.proposed_at, proposal.id) as proposals
      from plan_proposal as proposal
      where proposal.plan_item_id = item.id
        and not exists (select from plan_proposal_answer as answer where answer.plan_proposal_id = proposal.id)
    ) as waiting on true
    left join lateral (
      select jsonb_agg(jsonb_build_object(
               'agrees', last.agrees, 'words', last.words, 'takenBy', last.taken_by_name,
               'takenById', last.taken_by, 'takenAt', last.taken_at) order by last.taken_at, last.id) as stances
      from (
        select distinct on (stance.taken_by) stance.*
        from plan_stance as stance
        where stance.plan_item_id = item.id and stance.version = latest.version
        order by stance.taken_by, stance.taken_at desc, stance.id
      ) as last
    ) as taken on true
    where plan.person_id = ${personId}
    order by case item.kind when 'matters' then 1 when 'goal' then 2 else 3 end, item.place, item.id`
}
