import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/** The tie that somebody has with those whose records they compare, while they do. */
export const COMPARING = { kind: 'identity-review', source: 'identity-review' } as const

/** Whether a worker answers for a team's tasks: a records officer, in that very team. */
export function answersFor(officer: WorkerActor, ownerTeamId: string): boolean {
  return officer.role === 'records-officer' && officer.teamId === ownerTeamId
}

/** A task that the worker may take, or undefined: one that is not theirs and one that does not exist are the same. */
export async function findTask(tx: Tx, officer: WorkerActor, taskId: string) {
  const task = await tx.db.selectFrom('reviewTask').selectAll().where('id', '=', taskId).executeTakeFirst()
  return task !== undefined && answersFor(officer, task.ownerTeamId) ? task : undefined
}
