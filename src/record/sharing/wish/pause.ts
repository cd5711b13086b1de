import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
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
  if ((await standingPauses(tx, personId)).length > 0) return done(undefined)
  const { accountId, representativeId = null } = decider.value
  const said = words.trim()
  await tx.db
    .insertInto('wish')
    .values({
      id: tx.newId(),
      personId,
      kind: 'pause',
      dataClasses: [],
      words: said === '' ? null : said,
      madeBy: accountId,
      representativeId,
      madeAt: tx.now,
    })
    .execute()
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
  const { accountId: endedBy, representativeId = null } = decider.value
  const pauses = await standingPauses(tx, personId)
  if (pauses.length === 0) return done(undefined)
  await tx.db
    .insertInto('wishEnd')
    .values(pauses.map(wishId => ({ wishId, endedBy, representativeId, endedAt: tx.now })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await announceSharing(tx, personId)
  return done(undefined)
}

async function standingPauses(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('wish')
    .leftJoin('wishEnd', 'wishEnd.wishId', 'wish.id')
    .select('wish.id')
    .where('wish.personId', '=', personId)
    .where('wish.kind', '=', 'pause')
    .where('wishEnd.wishId', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
