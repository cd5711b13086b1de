import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import type { DataClass } from '../vocabulary.ts'
import { type Decider, findDecider } from './decider.ts'
import { columnsOf, isRefusedMoreWidely, isTiedNow } from './named-in-wish.ts'
import { announceSharing, isDataClass, type NewWish, WISH_WORDS_LENGTH_MAX, type WishProblem } from './wish.ts'

/**
 * Makes a wish about oneself, or lawfully for somebody who cannot decide it. It holds from this transaction on, for what
 * was and what will be, and takes the place of what was said before of the same classes to the same people. Answers its
 * id: that of the wish made before, when the same form comes twice.
 * Refused for anybody but a decider; for nothing named, an unknown class, or somebody who has nothing to do with the
 * person; and for letting one in while their whole team or organisation is refused, since the refusal would go first.
 */
export async function makeWish(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  wish: NewWish,
): Promise<Outcome<string, WishProblem>> {
  const decider = await findDecider(tx, by, personId)
  if (!decider.ok) return decider
  const made = await findMadeBefore(tx, personId, wish.key)
  if (made !== undefined) return done(made)
  const problem = await problemOf(tx, personId, wish, decider.value)
  if (problem !== undefined) return refused(problem)
  const whole = { ...wish, dataClasses: [...new Set(wish.dataClasses)] }
  const before = await saidBefore(tx, personId, whole)
  // What the person chose themselves while they could is not for another to undo.
  const isTheirs = before.some(({ representativeId }) => representativeId === null)
  if (decider.value.representativeId !== undefined && isTheirs) return refused('wish.notYoursToDecide')
  for (const earlier of before) await takeThePlaceOf(tx, personId, earlier, whole, decider.value)
  const id = await insertWish(tx, personId, whole, decider.value)
  await announceSharing(tx, personId)
  return done(id)
}

async function problemOf(
  tx: Tx,
  personId: string,
  { kind, with: named, dataClasses, words = '' }: NewWish,
  { classes }: Decider,
): Promise<WishProblem | undefined> {
  if (dataClasses.length === 0) return 'wish.nothingNamed'
  if (!dataClasses.every(isDataClass)) return 'wish.unknownClass'
  if (words.length > WISH_WORDS_LENGTH_MAX) return 'wish.wordsTooLong'
  if (!dataClasses.every(dataClass => classes.includes(dataClass))) return 'wish.notYoursToDecide'
  if (!(await isTiedNow(tx, personId, named))) return 'wish.noTie'
  if (kind === 'allow' && (await isRefusedMoreWidely(tx, personId, named, dataClasses))) return 'wish.refusedMoreWidely'
  return undefined
}

async function findMadeBefore(tx: Tx, personId: string, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined
  const made = await tx.db
    .selectFrom('wish')
    .select('id')
    .where('personId', '=', personId)
    .where('formKey', '=', key)
    .executeTakeFirst()
  return made?.id
}

/** What stands of any of these classes to the same people. */
async function saidBefore(tx: Tx, personId: string, wish: NewWish) {
  const named = columnsOf(wish.with)
  return await tx.db
    .selectFrom('wish')
    .leftJoin('wishEnd', 'wishEnd.wishId', 'wish.id')
    .select(['wish.id', 'wish.kind', 'wish.dataClasses', 'wish.words', 'wish.madeBy', 'wish.madeAt'])
    .select('wish.representativeId')
    .where('wish.personId', '=', personId)
    .where('wish.kind', 'in', ['allow', 'refuse'])
    .where('wish.accountId', 'is not distinct from', named.accountId)
    .where('wish.teamId', 'is not distinct from', named.teamId)
    .where('wish.organisationId', 'is not distinct from', named.organisationId)
    .where('wish.dataClasses', '&&', sql<string[]>`${[...wish.dataClasses]}::text[]`)
    .where('wishEnd.wishId', 'is', null)
    .execute()
}

type Earlier = Awaited<ReturnType<typeof saidBefore>>[number]

/** Ends what was said before; what it said of other classes goes on, in the words and from the day it was said. */
async function takeThePlaceOf(tx: Tx, personId: string, earlier: Earlier, wish: NewWish, by: Decider): Promise<void> {
  const { id: wishId, dataClasses, ...said } = earlier
  const { accountId: endedBy, representativeId = null } = by
  await tx.db.insertInto('wishEnd').values({ wishId, endedBy, representativeId, endedAt: tx.now }).execute()
  const rest = dataClasses.filter(dataClass => !wish.dataClasses.includes(dataClass as DataClass))
  if (rest.length === 0) return
  await tx.db
    .insertInto('wish')
    .values({ ...said, id: tx.newId(), personId, ...columnsOf(wish.with), dataClasses: rest })
    .execute()
}

async function insertWish(tx: Tx, personId: string, wish: NewWish, decider: Decider): Promise<string> {
  const id = tx.newId()
  const words = wish.words?.trim() ?? ''
  await tx.db
    .insertInto('wish')
    .values({
      id,
      personId,
      kind: wish.kind,
      ...columnsOf(wish.with),
      dataClasses: [...wish.dataClasses],
      words: words === '' ? null : words,
      madeBy: decider.accountId,
      representativeId: decider.representativeId ?? null,
      formKey: wish.key ?? null,
      madeAt: tx.now,
    })
    .execute()
  return id
}
