import assert from 'node:assert/strict'
import type { Store, Tx } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Act, isWish, type Wish } from './act.ts'
import { CHOSEN, CLASSES, type Hand } from './hands.ts'
import type { Product } from './product.ts'
import { actorOf, organisationId } from './world.ts'

/** One Mair's plan, as one who acts on it reaches it. */
export interface Reach {
  readonly product: Product
  readonly store: Store
  readonly history: number
  readonly personId: string
}

/** What became of an act: a word for what was done, or the code of a refusal. */
export interface Became {
  readonly answer: string
  readonly itemId?: string
}

/** Does an act as its page does: with a look that writes, or as a wish. A fault of ours is thrown. */
export async function perform(reach: Reach, hand: Hand, act: Act, key: string): Promise<Became> {
  const { product, store, history, personId } = reach
  const actor = actorOf(hand, history)
  if (isWish(act))
    return answerOf(await product.transaction(store, tx => wish(tx, reach, actor as CitizenActor, act, key)))
  const by = { accountId: actor.accountId, name: actor.name }
  const looked = await product.transaction(store, tx =>
    product.look(tx, actor, personId, { doing: 'write', place: 'plan' }, access =>
      write(tx, reach, { access, act, key, by }),
    ),
  )
  return looked.ok ? answerOf(looked.value) : { answer: looked.problem }
}

function answerOf(outcome: Outcome<unknown>): Became {
  if (!outcome.ok) return { answer: outcome.problem }
  if (typeof outcome.value === 'string') return { answer: outcome.value }
  const { became, itemId } = (outcome.value ?? {}) as { became?: string; itemId?: string }
  return { answer: became ?? 'done', ...(itemId !== undefined && { itemId }) }
}

interface Writing {
  readonly access: Access
  readonly act: Exclude<Act, Wish>
  readonly key: string
  readonly by: { readonly accountId: string; readonly name: string }
}

function write(tx: Tx, { product }: Reach, { access, act, key, by }: Writing): Promise<Outcome<unknown>> {
  switch (act.does) {
    case 'add': {
      const { kind, owner, why, content } = act
      const { words, language, dueOn, details } = content
      const rest = { words, language: language as 'cy', dueOn: dueOn ?? undefined, details, why, key }
      return product.addToPlan(tx, access, { kind, ownerId: organisationId(owner), partOf: undefined, ...rest }, by)
    }
    case 'answer-offer':
      return product.answerOffer(tx, access, { itemId: act.item, ...act }, by)
    case 'change': {
      const { item: itemId, version, content, why, putsRight } = act
      const { words, language, ...rest } = content
      const offered = { itemId, version, words, language: language as 'cy', rest, why, key, putsRight }
      return product.proposeWords(tx, access, offered, by)
    }
    case 'answer':
      return product.answerProposal(tx, access, act, by)
    case 'stance':
      return product.takeStance(tx, access, { itemId: act.item, ...act, key }, by)
    case 'strike':
      return product.strike(tx, access, { itemId: act.item, ...act, because: 'wrong' }, by)
    case 'score':
      return product.giveScore(tx, access, { itemId: act.item, ...act, key }, by)
    case 'state':
      return product.sayState(tx, access, { itemId: act.item, ...act, key }, by)
    case 'whole':
      return product.takeWholeStance(tx, access, { ...act, key }, by)
  }
}

async function wish(
  tx: Tx,
  { product, personId, history }: Reach,
  mair: CitizenActor,
  act: Wish,
  key: string,
): Promise<Outcome<unknown>> {
  switch (act.does) {
    case 'pause':
      return product.pauseSharing(tx, mair, personId)
    case 'lift':
      return product.liftPause(tx, mair, personId)
    case 'withdraw':
      return product.withdrawWish(
        tx,
        mair,
        personId,
        await standingRefusal(tx, personId, actorOf(act.whom, history).accountId),
      )
    default: {
      const dataClasses = act.does === 'allow' ? (CHOSEN[act.whom] ?? []) : CLASSES
      const whom = { accountId: actorOf(act.whom, history).accountId }
      const made = await product.makeWish(tx, mair, personId, { kind: act.does, with: whom, dataClasses, key })
      return made.ok ? { ok: true, value: undefined } : made
    }
  }
}

async function standingRefusal(tx: Tx, personId: string, accountId: string): Promise<string> {
  const refusal = await tx.db
    .selectFrom('wishNow')
    .select('id')
    .where('personId', '=', personId)
    .where('accountId', '=', accountId)
    .where('kind', '=', 'refuse')
    .executeTakeFirst()
  assert(refusal?.id, 'there is something to withdraw')
  return refusal.id
}
