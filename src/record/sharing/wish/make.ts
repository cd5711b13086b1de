import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { personNow } from '#record/person/person-now.ts'
import type { DataClass } from '../vocabulary.ts'
import { carryObjection, carryOn } from './carry.ts'
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
  const made = await findMadeBefore(tx, decider.value, wish.key)
  if (made !== undefined) return done(made)
  const problem = await problemOf(tx, personId, wish, decider.value)
  if (problem !== undefined) return refused(problem)
  const whole = { ...wish, dataClasses: [...new Set(wish.dataClasses)] }
  const before = await saidBefore(tx, personId, whole)
  // What the person chose themselves while they could is not for another to undo.
  const isTheirs = before.some(({ representativeId, carriedFrom }) => representativeId === null && carriedFrom === null)
  if (decider.value.representativeId !== undefined && isTheirs) return refused('wish.notYoursToDecide')
  for (const earlier of before.filter(one => !isLeaveOfAnother(one, whole, decider.value)))
    await takeThePlaceOf(tx, earlier, whole, decider.value)
  const id = await insertWish(tx, whole, decider.value)
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

async function findMadeBefore(tx: Tx, { keptUnder }: Decider, key: string | undefined): Promise<string | undefined> {
  if (key === undefined) return undefined
  const made = await tx.db
    .selectFrom('wish')
    .select('id')
    .where('personId', '=', keptUnder)
    .where('formKey', '=', key)
    .executeTakeFirst()
  return made?.id
}

/** What stands of any of these classes to the same people. */
async function saidBefore(tx: Tx, personId: string, wish: NewWish): Promise<readonly Earlier[]> {
  const named = columnsOf(wish.with)
  const { rows } = await sql<Earlier>`
    select said.id, said.kept_under, said.kind, said.data_classes, said.words, said.made_by, said.made_at,
           said.representative_id, said.carried_from
    from wish_now as said
    where said.person_id = ${personNow(personId)} and said.kind in ('allow', 'refuse')
      and said.account_id is not distinct from ${named.accountId}::uuid
      and said.team_id is not distinct from ${named.teamId}::uuid
      and said.organisation_id is not distinct from ${named.organisationId}::uuid
      and said.data_classes && ${[...wish.dataClasses]}::text[]`.execute(tx.db)
  return rows
}

interface Earlier {
  readonly id: string
  readonly keptUnder: string
  readonly kind: 'allow' | 'refuse'
  readonly dataClasses: readonly string[]
  readonly words: string | null
  readonly madeBy: string
  readonly madeAt: Date
  readonly representativeId: string | null
  readonly carriedFrom: string | null
}

/** Leave beside leave closes nothing; ended, it would be gone for whoever gave it when the two are told apart. */
function isLeaveOfAnother(earlier: Earlier, wish: NewWish, by: Decider): boolean {
  return earlier.kind === 'allow' && wish.kind === 'allow' && earlier.keptUnder !== by.keptUnder
}

/**
 * Ends what was said before; what it said of other classes goes on, in the words and from the day it was said. What is
 * left of one that came by being one with somebody else is from now on this decider's own.
 */
async function takeThePlaceOf(tx: Tx, earlier: Earlier, wish: NewWish, by: Decider): Promise<void> {
  const { id: wishId, keptUnder, dataClasses, carriedFrom, ...said } = earlier
  const { accountId: endedBy, representativeId = null } = by
  const end = { wishId, personId: by.keptUnder, endedBy, representativeId, endedAt: tx.now }
  await tx.db.insertInto('wishEnd').values(end).execute()
  const left = dataClasses.filter(dataClass => !wish.dataClasses.includes(dataClass as DataClass))
  if (left.length === 0) return
  const whose = carriedFrom === null ? {} : { madeBy: by.accountId, representativeId, madeAt: tx.now }
  const rest = { ...said, ...whose, id: tx.newId(), personId: keptUnder, ...columnsOf(wish.with), dataClasses: left }
  await tx.db.insertInto('wish').values(rest).execute()
  const { kind } = rest
  if (kind === 'refuse') await carryOn(tx, wishId, { ...rest, kind })
}

async function insertWish(tx: Tx, wish: NewWish, decider: Decider): Promise<string> {
  const words = wish.words?.trim() ?? ''
  const { kind } = wish
  const made = {
    id: tx.newId(),
    personId: decider.keptUnder,
    kind,
    ...columnsOf(wish.with),
    dataClasses: [...wish.dataClasses],
    words: words === '' ? null : words,
    madeBy: decider.accountId,
    representativeId: decider.representativeId ?? null,
    formKey: wish.key ?? null,
    madeAt: tx.now,
  }
  await tx.db.insertInto('wish').values(made).execute()
  if (kind === 'refuse') await carryObjection(tx, { ...made, kind })
  return made.id
}
