import type { Search } from '#ground/fhir/search/query/search.ts'
import type { Mark } from '#record/chart/search/order.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import type { Cursors } from '../cursor.ts'
import { cursorNotTaken } from '../problem.ts'

/** A mark is for one reader, in one post, and for one search in whatever order it is asked; how many to a page may change. */
export function boundTo({ actor }: Caller, where: string, { used }: Pick<Search, 'used'>): string {
  const who =
    actor.kind === 'worker'
      ? `${actor.accountId} ${actor.organisationId} ${actor.role}`
      : actor.kind === 'system'
        ? actor.senderId
        : actor.accountId
  const asked = used.filter(([name]) => name !== '_cursor' && name !== '_count').map(pair => JSON.stringify(pair))
  return `${who} ${where} ${asked.toSorted().join(' ')}`
}

/** Marks are as long as that, or a multiple of it, characters: how long the values are within is not told. */
const LENGTH = 240

/** A mark as it stands in a link. What it holds is sealed: the values by which something is sorted are nobody else's. */
export function sealMark(cursors: Cursors, { keys, id, seen, isBackwards }: Mark, bound: string): string {
  const numbers = keys.map(key => (typeof key === 'number' && !Number.isFinite(key) ? { infinite: key > 0 } : key))
  const text = JSON.stringify([numbers, id, seen, isBackwards])
  return cursors.sealText(text.padEnd(Math.ceil(text.length / LENGTH) * LENGTH), bound)
}

/** The place that a mark stands for. Throws where it is not ours, or was made for another reader or another search. */
export function openMark(cursors: Cursors, mark: string | undefined, bound: string): Mark | undefined {
  if (mark === undefined) return undefined
  const text = cursors.openText(mark, bound)
  if (text === undefined) throw cursorNotTaken()
  const [sealed, id, seen, isBackwards] = JSON.parse(text) as [Sealed[], string, string, boolean]
  const keys = sealed.map(key =>
    typeof key === 'object' && key !== null
      ? key.infinite
        ? Number.POSITIVE_INFINITY
        : Number.NEGATIVE_INFINITY
      : key,
  )
  return { keys, id, seen, isBackwards }
}

type Sealed = number | string | null | { readonly infinite: boolean }
