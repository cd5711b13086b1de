import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { writeTrail } from '../trail/write.ts'
import type { Emergency } from './emergency.ts'
import { readEmergencies } from './read-emergencies.ts'
import { mayReview } from './review.ts'

/** How many of what has been dealt with stay in an officer's list. */
const DEALT_WITH_MAX = 20

/** What an officer has to do with emergencies: those to review, and those of workers their team answers for. */
export interface OfficersEmergencies {
  /** The one that is due first is first. */
  readonly toReview: readonly Emergency[]
  readonly reviewed: readonly Emergency[]
  /** Not yet said to have been read. */
  readonly told: readonly Emergency[]
}

/**
 * The emergencies in the hands of an officer's team. The list tells who opened something, when and why, and nothing of
 * whose record it was; only opening one is a look at somebody.
 */
export async function emergenciesOfOfficer(tx: Tx, officer: WorkerActor): Promise<OfficersEmergencies> {
  const { role, teamId } = officer
  if (role !== 'privacy-officer' || teamId === undefined) return { toReview: [], reviewed: [], told: [] }
  const given = await readEmergencies(
    tx,
    sql`task.team_id = ${teamId} and (review.emergency_access_id is null or emergency.id in (
          select done.emergency_access_id from emergency_review as done
          join emergency_review_task as of on of.emergency_access_id = done.emergency_access_id
          where of.team_id = ${teamId} order by done.reviewed_at desc limit ${DEALT_WITH_MAX}))`,
  )
  const told = await readEmergencies(
    tx,
    sql`exists (select from emergency_notice as notice where notice.emergency_access_id = emergency.id
                  and notice.team_id = ${teamId}
                  and not exists (select from emergency_notice_read as read where read.emergency_notice_id = notice.id))`,
  )
  return {
    toReview: given
      .filter(({ review }) => review === undefined)
      .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
    reviewed: given.filter(({ review }) => review !== undefined),
    told,
  }
}

/** One emergency, and whether this officer is the one to say what they found. */
export interface EmergencyToReview {
  readonly emergency: Emergency
  readonly isTheirs: boolean
  /** How many the same worker has opened this month, this one included. */
  readonly byWorkerThisMonth: number
}

/**
 * One emergency, for the officers who review it and for those who were told of it; the look stands in the person's trail.
 * To everybody else it is not there. It holds who did what, and neither the person's name nor anything of the record.
 */
export async function lookAtEmergency(
  tx: Tx,
  officer: WorkerActor,
  emergencyId: string,
): Promise<Outcome<EmergencyToReview, 'record.notShown'>> {
  const [emergency] = await readEmergencies(
    tx,
    sql`emergency.id = ${emergencyId} and ${officer.role} = 'privacy-officer' and ${officer.teamId ?? null}::uuid in (
          select task.team_id
          union select notice.team_id from emergency_notice as notice where notice.emergency_access_id = emergency.id)`,
  )
  if (emergency === undefined) return refused('record.notShown')
  const { personId, byWorkerThisMonth } = await about(tx, emergencyId)
  await writeTrail(tx, [
    {
      actor: officer,
      personId,
      purpose: 'trail-oversight',
      doing: 'look',
      place: 'emergency-review',
      allowed: true,
      released: [],
      failed: [],
    },
  ])
  const may = await mayReview(tx, officer, emergencyId)
  return done({ emergency, isTheirs: may.ok, byWorkerThisMonth })
}

async function about(tx: Tx, emergencyId: string): Promise<{ personId: string; byWorkerThisMonth: number }> {
  const { rows } = await sql<{ personId: string; byWorkerThisMonth: number }>`
    select emergency.person_id,
           (select count(*) from emergency_access as other
            where other.account_id = emergency.account_id
              and date_trunc('month', other.opened_at, 'Europe/London') = date_trunc('month', emergency.opened_at, 'Europe/London')
           ) as by_worker_this_month
    from emergency_access as emergency
    where emergency.id = ${emergencyId}`.execute(tx.db)
  return rows[0]!
}

/** The officers who answer for the worker have read that it was opened. Once is enough, by any of them. */
export async function officersHaveRead(
  tx: Tx,
  officer: WorkerActor,
  emergencyId: string,
): Promise<Outcome<undefined, 'record.notShown'>> {
  const notice = await tx.db
    .selectFrom('emergencyNotice')
    .select('id')
    .where('teamId', '=', officer.teamId ?? null)
    .where('emergencyAccessId', '=', emergencyId)
    .executeTakeFirst()
  if (notice === undefined || officer.role !== 'privacy-officer') return refused('record.notShown')
  await tx.db
    .insertInto('emergencyNoticeRead')
    .values({ emergencyNoticeId: notice.id, readBy: officer.accountId, readByName: officer.name, readAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}
