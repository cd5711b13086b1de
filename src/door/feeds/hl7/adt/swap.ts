import { type KeepPersonProblem, keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { tellVisit } from './tell-visit.ts'
import type { Told } from './told.ts'

export type SwapProblem = KeepPersonProblem | 'adt.noOtherPatient' | 'feed.visitOfAnother'

/** Applies A17: two people have changed beds. Both are where the message says they are now, or neither is. */
export async function applySwap(tx: Tx, told: Told): Promise<Outcome<undefined, SwapProblem>> {
  const { sender, event, messageId } = told
  if (event.other === undefined) return refused('adt.noOtherPatient')
  const one = await keepPerson(tx, sender, event.person, messageId, sayingOf(event))
  if (!one.ok) return one
  const other = await keepPerson(tx, sender, event.other, messageId, sayingOf(event))
  if (!other.ok) return other
  const moved = await tellVisit(tx, told, one.value, event.visit)
  if (!moved.ok) return moved
  const otherMoved = await tellVisit(tx, told, other.value, event.otherVisit)
  return otherMoved.ok ? done(undefined) : otherMoved
}
