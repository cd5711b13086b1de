import type { Tx } from '#ground/db/store.ts'
import { holdAlone } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { readDestinations } from '#work/outbox/read-destinations.ts'
import type { Topic } from './topic.ts'

/** What a destination is told of, as somebody decided it. The newest version holds. */
export interface ToldVersion {
  readonly version: number
  readonly topics: readonly Topic[]
  readonly reason: string
  readonly by: string
  readonly at: Date
}

export type ToldProblem =
  /** It is not there, is closed, or is not this officer's to decide. */
  | 'outbox.notYours'
  /** Somebody else has decided in between. */
  | 'outbox.toldMeanwhile'

export interface NewTold {
  readonly destinationId: string
  /** The version that the officer saw; 0 where there was none. */
  readonly from: number
  readonly topics: readonly Topic[]
  readonly reason: string
}

/** Every version of what a destination is told of, the newest first. Nothing yet: it is told of nothing. */
export async function readToldVersions(tx: Tx, destinationId: string): Promise<ToldVersion[]> {
  const rows = await tx.db
    .selectFrom('destinationTold as told')
    .innerJoin('account', 'account.id', 'told.accountId')
    .select(['told.version', 'told.topics', 'told.reason', 'account.name as by', 'told.at'])
    .where('told.destinationId', '=', destinationId)
    .orderBy('told.version', 'desc')
    .execute()
  return rows.map(row => ({ ...row, topics: row.topics as Topic[] }))
}

/**
 * Says anew of what a destination is told, from now on. It is a ceiling and opens nothing: each thing is still decided by
 * the clauses and wishes that hold when it happens and when it is sent. Run it in turn.
 */
export async function writeTold(
  tx: Tx,
  officer: WorkerActor,
  { destinationId, from, topics, reason }: NewTold,
): Promise<Outcome<undefined, ToldProblem>> {
  await holdAlone(tx, `told ${destinationId}`)
  const line = (await readDestinations(tx, officer)).find(({ id }) => id === destinationId)
  if (!line?.may.decideTold) return refused('outbox.notYours')
  const [newest] = await readToldVersions(tx, destinationId)
  if ((newest?.version ?? 0) !== from) return refused('outbox.toldMeanwhile')
  const { accountId } = officer
  await tx.db
    .insertInto('destinationTold')
    .values({ destinationId, version: from + 1, topics: [...topics], reason, accountId, at: tx.now })
    .execute()
  return done(undefined)
}
