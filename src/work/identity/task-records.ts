import type { Tx } from '#ground/db/store.ts'

/** The source records that a task is about: its own, and every one it was ever asked to be compared with. */
export async function recordsOfTask(tx: Tx, taskId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('reviewTask as task')
    .innerJoin('reviewCandidate as candidate', 'candidate.reviewTaskId', 'task.id')
    .select(['task.sourceRecordId as own', 'candidate.sourceRecordId as other'])
    .where('task.id', '=', taskId)
    .execute()
  return [...new Set(rows.flatMap(({ own, other }) => [own, other]))]
}
