import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { WholeMap } from './map.ts'
import { mayTend } from './read-senders.ts'

/** A new version of a map, made from one that was read. */
export interface NewMap {
  readonly senderId: string
  /** The version it was made from. */
  readonly from: number
  readonly map: WholeMap
  readonly reason: string
}

export type WriteMapProblem =
  | 'sender.notShown'
  /** Somebody has written another version meanwhile. */
  | 'sender.mapMoved'

/** Writes how a sender's messages are to be read from now on, as a new version. In a transaction that takes its turn. */
export async function writeMap(
  tx: Tx,
  officer: WorkerActor,
  { senderId, from, map, reason }: NewMap,
): Promise<Outcome<number, WriteMapProblem>> {
  if (!(await mayTend(tx, officer, senderId))) return refused('sender.notShown')
  await holdAlone(tx, `map of ${senderId}`)
  const held = await tx.db
    .selectFrom('senderMapNow')
    .select('version')
    .where('senderId', '=', senderId)
    .executeTakeFirstOrThrow()
  if (Number(held.version) !== from) return refused('sender.mapMoved')
  await keepMap(tx, officer, { senderId, version: from + 1, map, reason })
  return done(from + 1)
}

/** Keeps one version, with who wrote it and why. */
export async function keepMap(
  tx: Tx,
  officer: WorkerActor,
  { senderId, version, map, reason }: Omit<NewMap, 'from'> & { readonly version: number },
): Promise<void> {
  await tx.db
    .insertInto('senderMap')
    .values({
      id: tx.newId(),
      senderId,
      version,
      map: JSON.stringify(map),
      reason,
      writtenBy: officer.name,
      accountId: officer.accountId,
      startedAt: tx.now,
    })
    .execute()
}
