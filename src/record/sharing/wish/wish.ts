import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import type { With } from '../relationship/relationship.ts'
import type { DataClass } from '../vocabulary.ts'

/** A choice to let somebody see classes of the record, or to refuse them. */
export interface NewWish {
  readonly kind: 'allow' | 'refuse'
  readonly with: With
  readonly dataClasses: readonly DataClass[]
  readonly words?: string
}

/** Makes a wish about oneself. It holds from this transaction on. Refused for anybody but the person. */
export async function makeWish(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  wish: NewWish,
): Promise<Outcome<string, 'wish.notYourRecord'>> {
  const own = await tx.db
    .selectFrom('personAccount')
    .select('personId')
    .where('accountId', '=', by.accountId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  if (own === undefined) return refused('wish.notYourRecord')
  const id = tx.newId()
  await tx.db
    .insertInto('wish')
    .values({
      id,
      personId,
      kind: wish.kind,
      ...wish.with,
      dataClasses: [...wish.dataClasses],
      words: wish.words ?? null,
      madeBy: by.accountId,
      madeAt: tx.now,
    })
    .execute()
  return done(id)
}
