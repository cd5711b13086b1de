import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Entry } from './conversation.ts'
import { isTheirs, readEntries } from './read.ts'

/** A question about somebody, and whether it waits for the reader's answer or the reader waits for it. */
export interface Waiting {
  readonly entry: Entry
  readonly isMine: boolean
}

/** Questions that wait with somebody: those it is their turn to answer, and those they asked. By person; nothing is shown. */
export async function questionsConcerning(
  tx: Tx,
  actor: CitizenActor | WorkerActor,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const teamId = actor.kind === 'worker' ? (actor.teamId ?? null) : null
  const { rows } = await sql<{ id: string; personId: string }>`
    select id, person_id from conversation_question_now
    where is_open and (account_id = ${actor.accountId} or team_id = ${teamId}::uuid or written_by = ${actor.accountId})
    order by answer_by, id`.execute(tx.db)
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map([...byPerson].map(([personId, questions]) => [personId, questions.map(({ id }) => id)]))
}

/** Those of these questions that are open to each reader and concern them, in the order of the accesses. */
export async function waitingWith(
  tx: Tx,
  accesses: readonly Access[],
  questions: ReadonlyMap<string, readonly string[]>,
): Promise<Waiting[][]> {
  const waiting: Waiting[][] = []
  for (const access of accesses) {
    const entries = await readEntries(tx, access, questions.get(access.personId) ?? [])
    waiting.push(
      entries.flatMap(entry => {
        const { question } = entry
        if (question === undefined) return []
        const isMine = isTheirs(access.actor, question)
        const isAsked = access.actor.kind !== 'system' && entry.writtenBy === access.actor.accountId
        return isMine || isAsked ? [{ entry, isMine }] : []
      }),
    )
  }
  return waiting
}
