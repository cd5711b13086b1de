import type { Tx } from '#ground/db/store.ts'
import { type Banner, bannersOf, nameless } from '#record/chart/banner.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { peopleOf } from '#record/sharing/relationship/ties.ts'

/** For whom a visitor may open an app: themselves, and those they have to do with, as far as they are open to them. */
export async function peopleToOpenFor(tx: Tx, visitor: Visitor): Promise<Banner[]> {
  const { actor, personId, post } = visitor
  const own = personId === undefined || post !== undefined ? [] : [personId]
  return bannersFor(tx, visitor, [...new Set([...own, ...(await peopleOf(tx, actor))])])
}

/** The names of some people, of those who are open to a visitor. */
export async function bannersFor(tx: Tx, { actor }: Visitor, people: readonly string[]): Promise<Banner[]> {
  const pairs = people.map(personId => ({ actor, personId }))
  return lookAtMany(tx, pairs, { doing: 'list', place: 'app' }, async accesses => {
    const banners = await bannersOf(tx, accesses)
    return accesses.map(({ personId }, place) => banners[place] ?? nameless(personId))
  })
}
