import type { Chance } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { backOffMs } from './back-off.ts'
import type { Answer } from './carrier.ts'
import { letDie } from './queue.ts'
import type { Taken } from './take.ts'

/** How long something is tried when nobody answers, hours: a long week-end. Then it is a dead letter, with an owner. */
const HOURS_MAX = 96
/** How often a receiver may say that something in it is wrong, before it is a dead letter: half an hour's worth. */
const ERRORS_MAX = 10
const CAME_BACK_BYTES_MAX = 16_384
const SAID_MAX = 500

/** What follows from an answer. `theirs`: somebody else has taken it since, or settled it, and the rest is theirs. */
type Fate =
  | { readonly is: 'delivered' | 'theirs' }
  | { readonly is: 'dead'; readonly reason: string }
  | { readonly is: 'again'; readonly at: Date; readonly errors: number }

/**
 * Writes what came back of a try and what follows from it, in turn. Answers when the next is due, if there is to be
 * one. An acknowledgement counts whoever brings it, and once.
 */
export async function settle(tx: Tx, taken: Taken, answer: Answer, chance: Chance): Promise<Date | undefined> {
  const held = await tx.db
    .selectFrom('outgoingWaiting')
    .select(['tries', 'errors', 'since'])
    .where('outgoingId', '=', taken.parcel.id)
    .forUpdate()
    .executeTakeFirst()
  const again = {
    is: 'again',
    at: new Date(tx.now.getTime() + backOffMs(taken.number, chance)),
    errors: (held?.errors ?? 0) + (answer.result === 'error' ? 1 : 0),
  } as const
  const meant = fateOf(tx.now, held, taken, answer, again)
  // Where nobody would own a dead letter it is tried for ever.
  const fate = meant.is === 'dead' && !(await letDie(tx, idsOf(taken), meant.reason)) ? again : meant
  await carryOut(tx, taken.parcel.id, fate)
  const next = fate.is === 'again' ? fate.at : undefined
  await keepAnswer(tx, taken, answer, next)
  return next
}

interface Held {
  readonly tries: number
  readonly errors: number
  readonly since: Date
}

function fateOf(now: Date, held: Held | undefined, { number }: Taken, { result }: Answer, again: Again): Fate {
  if (held === undefined) return { is: 'theirs' }
  if (result === 'accepted') return { is: 'delivered' }
  if (held.tries !== number) return { is: 'theirs' }
  if (result === 'rejected') return { is: 'dead', reason: 'outbox.rejected' }
  if (again.errors >= ERRORS_MAX) return { is: 'dead', reason: 'outbox.wrongTooOften' }
  const hours = (now.getTime() - held.since.getTime()) / 3_600_000
  return hours >= HOURS_MAX ? { is: 'dead', reason: 'outbox.noAnswer' } : again
}

type Again = Extract<Fate, { is: 'again' }>

function idsOf({ parcel }: Taken): { readonly id: string; readonly destinationId: string } {
  return { id: parcel.id, destinationId: parcel.destination.id }
}

async function carryOut(tx: Tx, outgoingId: string, fate: Fate): Promise<void> {
  if (fate.is === 'theirs') return
  if (fate.is === 'again') {
    const { at: dueAt, errors } = fate
    await tx.db.updateTable('outgoingWaiting').set({ dueAt, errors }).where('outgoingId', '=', outgoingId).execute()
    return
  }
  if (fate.is === 'delivered') {
    const outcome = { id: tx.newId(), outgoingId, outcome: 'delivered', at: tx.now }
    await tx.db.insertInto('outgoingOutcome').values(outcome).execute()
  }
  await tx.db.deleteFrom('outgoingWaiting').where('outgoingId', '=', outgoingId).execute()
}

async function keepAnswer(tx: Tx, { attemptId }: Taken, answer: Answer, nextAt: Date | undefined): Promise<void> {
  const cameBack = answer.cameBack && Buffer.from(answer.cameBack).subarray(0, CAME_BACK_BYTES_MAX)
  await tx.db
    .insertInto('outgoingAnswer')
    .values({
      attemptId,
      result: answer.result,
      code: answer.code,
      said: answer.said.slice(0, SAID_MAX),
      cameBack: cameBack ?? null,
      endedAt: tx.now,
      nextAt: nextAt ?? null,
    })
    .execute()
}
