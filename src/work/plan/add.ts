import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { raiseOfPlan } from '#work/notice/raise-of-plan.ts'
import { type Details, isOfKind } from './details/details.ts'
import { handOf } from './in-whose-stead.ts'
import type { ItemKind } from './item-kind.ts'
import { addItem, openPlan, type Writer } from './open-plan.ts'
import { decidesWords, findItem, isThePerson } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { writeState } from './say-state.ts'
import { classOf, DONE_KINDS, mayBeOfOrganisation, mayBeOwn } from './whose.ts'

/** Something new for a plan. */
export interface Addition {
  readonly kind: ItemKind
  /** The need that a goal meets, the goal that an action serves. */
  readonly partOf: string | undefined
  /** The organisation whose it is to be; the one that stands for the person, for what is their own. */
  readonly ownerId: string
  readonly words: string
  readonly language: Language
  readonly dueOn: string | undefined
  readonly details: Details
  readonly why: string
  /** Made by whoever asks: the same sent again under the same key is one item, however often it arrives. */
  readonly key: string
}

/** What became of an addition: it stands; it is put to the person; an organisation is asked for it. */
export type Added = 'added' | 'offered' | 'asked'

/**
 * Adds an item to the plan. The person adds what is theirs, an organisation's worker what it does. What is the person's
 * own and comes from somebody else is an offer until they say yes. What is asked of an organisation by anybody else waits
 * until that organisation takes it on. Refused where the access may not add to that owner's part of the plan.
 */
export async function addToPlan(
  tx: Tx,
  access: Access,
  addition: Addition,
  by: Writer,
): Promise<Outcome<{ readonly itemId: string; readonly became: Added }, PlanProblem>> {
  const words = addition.words.trim()
  if (words === '') return refused('plan.wordsMissing')
  if (Math.max(words.length, addition.why.length) > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  if (!isOfKind(addition.kind, addition.details)) return refused('plan.detailsNotUnderstood')
  const owner = await findOwner(tx, access, addition)
  if (owner === undefined) return refused('plan.notYoursToAdd')
  if (addition.partOf !== undefined && (await findItem(tx, access, addition.partOf)) === undefined)
    return refused('plan.itemNotShown')
  const { key, ...item } = addition
  const id = idFor(`plan item ${by.accountId} ${access.keptUnder} ${item.kind} ${key}`)
  if (await isThere(tx, id)) return done({ itemId: id, became: whatBecomes(access, owner, item.kind) })
  return done({ itemId: id, became: await putInPlan(tx, access, { ...item, id, words, owner }, by) })
}

/** An item that nothing keeps from being put in a plan. */
export interface Fitting extends Omit<Addition, 'ownerId' | 'key'> {
  readonly id: string
  readonly owner: Owner
}

/**
 * Puts an item at the end of the plan, where whoever holds the access may: as added, as an offer to the person, or as asked
 * of whose it is to be. Throws when the access does not cover the owner's data of that class.
 */
export async function putInPlan(tx: Tx, access: Access, fitting: Fitting, by: Writer): Promise<Added> {
  const { owner, dueOn, why, ...rest } = fitting
  const { id: itemId, kind } = rest
  const { id: ownerId, code: ownerCode, dataClass } = owner
  const became = whatBecomes(access, owner, kind)
  const planId = await openPlan(tx, access.keptUnder)
  const item = { ...rest, why, ownerId, dataClass, place: await nextPlace(tx, planId) }
  const hand = handOf(access, { ownerCode, kind }, by)
  await addItem(tx, access, planId, dueOn === undefined ? item : { ...item, dueOn }, hand)
  if (became === 'offered') await keepOffer(tx, itemId, why, by)
  else await raiseOfPlan(tx, { planId, contributorId: ownerId, dataClass, madeBy: by.accountId })
  if (DONE_KINDS.includes(kind) && became !== 'offered')
    await writeState(tx, { itemId, state: became === 'asked' ? 'asked' : 'taken-on', words: '' }, by)
  await announce(tx, { topic: 'plan', id: itemId })
  return became
}

/** Whose an item can be, and how private it then is. */
export interface Owner {
  readonly id: string
  readonly code: string
  readonly dataClass: DataClass
}

/** Whose it will be, where an item of this kind may be theirs and the access may add to it. */
async function findOwner(tx: Tx, access: Access, { kind, ownerId }: Addition): Promise<Owner | undefined> {
  const owners = await ownersFor(tx, access, kind)
  return owners.find(({ id }) => id === ownerId)
}

/** Everybody whose part of the plan the access may add an item of this kind to, in the order of their names. */
export async function ownersFor(tx: Tx, access: Access, kind: ItemKind): Promise<Owner[]> {
  const organisations = await tx.db
    .selectFrom('organisation')
    .select(['id', 'code', 'kind'])
    .orderBy('nameEn')
    .execute()
  return ownersAmong(organisations, access, kind)
}

/** The same among organisations that were read already, in their order. */
export function ownersAmong(
  organisations: readonly { readonly id: string; readonly code: string; readonly kind: string }[],
  access: Access,
  kind: ItemKind,
): Owner[] {
  return organisations
    .map(({ id, code, kind: organisationKind }) => ({ id, code, dataClass: classOf(kind, organisationKind) }))
    .filter(({ code }) => (code === THE_PERSON ? mayBeOwn(kind) : mayBeOfOrganisation(kind)))
    .filter(({ id, dataClass }) => access.mayContribute(id, dataClass))
}

function whatBecomes(access: Access, { id, code }: Owner, kind: ItemKind): Added {
  if (decidesWords(access, { ownerId: id, ownerCode: code, kind }, isThePerson(access))) return 'added'
  return code === THE_PERSON ? 'offered' : 'asked'
}

async function isThere(tx: Tx, itemId: string): Promise<boolean> {
  const row = await tx.db.selectFrom('planItem').select('id').where('id', '=', itemId).executeTakeFirst()
  return row !== undefined
}

async function nextPlace(tx: Tx, planId: string): Promise<number> {
  const { last } = await tx.db
    .selectFrom('planItem')
    .select(({ fn }) => fn.max('place').as('last'))
    .where('planId', '=', planId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function keepOffer(tx: Tx, planItemId: string, why: string, by: Writer): Promise<void> {
  await tx.db
    .insertInto('planItemOffer')
    .values({
      planItemId,
      why: why.trim() || null,
      offeredBy: by.accountId,
      offeredByName: by.name,
      offeredAt: tx.now,
    })
    .execute()
}
