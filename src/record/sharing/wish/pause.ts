import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { personNow } from '#record/person/person-now.ts'
import { carryObjection } from './carry.ts'
import { findDecider } from './decider.ts'
import { announceSharing, type DeciderProblem, WISH_WORDS_LENGTH_MAX } from './wish.ts'

/**
 * Stops all sharing of a person's record but for emergencies and for clauses that the law puts first. Asked again while
 * it is stopped, it stays stopped, with the words and the moment of the first time.
 */
export async function pauseSharing(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  words = '',
): Promise<Outcome<undefined, DeciderProblem | 'wish.wordsTooLong'>> {
  const decider = await findDecider(tx, by, personId)
  if (!decider.ok) return decider
  if (words.length > WISH_WORDS_LENGTH_MAX) return refused('wish.wordsTooLong')
  const { accountId: madeBy, keptUnder, representativeId = null } = decider.value
  const standing = await standingPauses(tx, personId)
  // One that is another's would be gone when the two are told apart, or when the other takes it back.
  if (standing.some(pause => pause.keptUnder === keptUnder && pause.carriedFrom === null)) return done(undefined)
  const said = words.trim() || null
  const pause = { id: tx.newId(), personId: keptUnder, kind: 'pause', dataClasses: [], madeBy, madeAt: tx.now } as const
  await tx.db
    .insertInto('wish')
    .values({ ...pause, dataClasses: [], words: said, representativeId })
    .execute()
  await carryObjection(tx, pause)
  await announceSharing(tx, personId)
  return done(undefined)
}

/** Lets sharing go on as agreements and the other wishes have it. Nothing happens where it was not stopped. */
export async function liftPause(
  tx: Tx,
  by: CitizenActor,
  personId: string,
): Promise<Outcome<undefined, DeciderProblem>> {
  const decider = await findDecider(tx, by, personId)
  if (!decider.ok) return decider
  const { accountId: endedBy, keptUnder, representativeId = null } = decider.value
  const pauses = await standingPauses(tx, personId)
  if (pauses.length === 0) return done(undefined)
  await tx.db
    .insertInto('wishEnd')
    .values(
      pauses.map(({ id: wishId }) => ({ wishId, personId: keptUnder, endedBy, representativeId, endedAt: tx.now })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await announceSharing(tx, personId)
  return done(undefined)
}

async function standingPauses(tx: Tx, personId: string) {
  const rows = await tx.db
    .selectFrom('wishNow')
    .select(['id', 'keptUnder', 'carriedFrom'])
    .where('personId', '=', personNow(personId))
    .where('kind', '=', 'pause')
    .execute()
  return rows.map(({ id, ...row }) => ({ ...row, id: id! }))
}
