import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { openPlan, type Writer } from './open-plan.ts'
import { type PlanProblem, type Stance, WORDS_LENGTH_MAX } from './plan.ts'

/** The announcement's topic of what people say of a whole plan; its id is the plan's. */
export const WHOLE_TOPIC = 'plan-whole'

/** Agreement or disagreement with the whole plan as it is. */
export interface NewWholeStance {
  readonly agrees: boolean
  readonly words: string
  /** Made by whoever asks: the same sent again under the same key is said once. */
  readonly key?: string
}

/** Whether the one who holds the access may say what they think of the whole plan: whoever may add to the person's own part. */
export function mayTakeWholeStance(access: Access): boolean {
  const ownerId = access.contributorIdOf(THE_PERSON)
  return ownerId !== undefined && access.mayContribute(ownerId, 'plan')
}

/** Agrees or disagrees with the whole plan, in one's own words; disagreement gives a reason. Each saying is kept. */
export async function takeWholeStance(
  tx: Tx,
  access: Access,
  { agrees, words, key }: NewWholeStance,
  by: Writer,
): Promise<Outcome<undefined, PlanProblem>> {
  const said = words.trim()
  if (!agrees && said === '') return refused('plan.whyMissing')
  if (said.length > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  if (!mayTakeWholeStance(access)) return refused('plan.itemNotShown')
  const planId = await openPlan(tx, access.keptUnder)
  await tx.db
    .insertInto('planWholeStance')
    .values({
      id: key === undefined ? tx.newId() : idFor(`whole stance ${key} ${by.accountId} ${planId} ${agrees} ${said}`),
      planId,
      agrees,
      words: said || null,
      takenBy: by.accountId,
      takenByName: by.name,
      takenAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(access.contributorIdOf(THE_PERSON)!, 'plan')
  await announce(tx, { topic: WHOLE_TOPIC, id: planId })
  return done(undefined)
}

/** Each hand's last word on the whole plan, for whoever reads the person's own part of it. */
export async function readWholeStances(tx: Tx, access: Access): Promise<Stance[]> {
  const ownerId = access.contributorIdOf(THE_PERSON)
  if (ownerId === undefined || !access.covers(ownerId, 'plan')) return []
  const { rows } = await sql<Stance & { readonly words: string | null }>`
    select last.agrees, last.words, last.taken_by_name as taken_by, last.taken_by as taken_by_id, last.taken_at
    from (
      select distinct on (stance.taken_by) stance.*
      from plan_whole_stance as stance
      join plan_now as plan on plan.id = stance.plan_id
      where plan.person_id = ${access.personId}
      order by stance.taken_by, stance.taken_at desc, stance.id
    ) as last
    order by last.taken_at, last.id`.execute(tx.db)
  if (rows.length > 0) access.release(ownerId, 'plan')
  return rows.map(row => ({ ...row, words: row.words ?? undefined }))
}

/** Whose a plan is, as they are now. */
export async function findPlanPerson(tx: Tx, planId: string): Promise<string | undefined> {
  const row = await tx.db.selectFrom('planNow').select('personId').where('id', '=', planId).executeTakeFirst()
  return row?.personId ?? undefined
}
