import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import { findDecider } from './decider.ts'
import { announceSharing, type WishProblem } from './wish.ts'

/**
 * Withdraws a wish; asked again, it stays withdrawn. Whoever lawfully decides for somebody withdraws what was decided
 * for them, and not what they chose themselves while they could.
 */
export async function withdrawWish(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  wishId: string,
): Promise<Outcome<undefined, WishProblem>> {
  const decider = await findDecider(tx, by, personId)
  if (!decider.ok) return decider
  const { accountId, keptUnder, representativeId } = decider.value
  const wish = await tx.db
    .selectFrom('wish')
    .select(['representativeId', 'carriedFrom'])
    .where('id', '=', wishId)
    .where('personId', 'in', everyIdOf(personId))
    .where('kind', '<>', 'pause')
    .executeTakeFirst()
  if (wish === undefined) return refused('wish.unknown')
  const isTheirs = wish.representativeId === null && wish.carriedFrom === null
  if (representativeId !== undefined && isTheirs) return refused('wish.notYoursToDecide')
  await tx.db
    .insertInto('wishEnd')
    .values({
      wishId,
      personId: keptUnder,
      endedBy: accountId,
      representativeId: representativeId ?? null,
      endedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await announceSharing(tx, personId)
  return done(undefined)
}
