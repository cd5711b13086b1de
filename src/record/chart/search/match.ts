import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Caller } from '../store/caller.ts'
import { opening } from '../store/open.ts'
import { placesOf } from '../store/place.ts'
import type { Found } from './columns.ts'
import { type Searching, searchChart } from './search.ts'

/** What must be there, or must not, for something to be done: a search that means one resource. */
export interface Condition extends Pick<Searching, 'about' | 'only' | 'search'> {
  /** The same for the same question, in whatever order it is asked. */
  readonly text: string
}

/**
 * Takes turns with everybody who asks any of these conditions, until this transaction ends: of two who would create what
 * neither finds, the second finds it. Two that ask for the same in other words do not meet. Use in `transactionInTurn`.
 */
export async function holdConditions(tx: Tx, conditions: readonly Condition[]): Promise<void> {
  // In one order for all, so that nobody waits for each other.
  const texts = new Set(conditions.map(({ text }) => text).toSorted())
  for (const text of texts) await holdAlone(tx, `condition ${text}`)
}

/**
 * The one resource, of what is open to a caller, that meets a condition; with `isOwn`, of what they or their organisation
 * contributed alone. Undefined where none does. What is closed meets nothing, so it is neither one nor one of several.
 */
export async function matchOf(
  tx: Tx,
  caller: Caller,
  { search, about, only }: Condition,
  { isOwn }: { readonly isOwn: boolean },
): Promise<Outcome<Found | undefined, 'chart.matchesSeveral'>> {
  const { found } = await searchChart(tx, caller, {
    search: { ...search, count: 2 },
    mark: undefined,
    about,
    only: only ?? caller.onlyAbout,
    isOwn,
    isServed: () => false,
  })
  const [first, second] = found
  if (second !== undefined) return refused('chart.matchesSeveral')
  return first === undefined || (await isMeantByName(tx, caller, first)) ? done(first) : refused('chart.matchesSeveral')
}

/** Whether the name of what was found means that to the caller, and not another of theirs that has the same id. */
async function isMeantByName(tx: Tx, caller: Caller, found: Found): Promise<boolean> {
  const [places = []] = await placesOf(tx, [{ type: found.type, id: found.logicalId }])
  if (places.length === 1) return true
  return opening(tx, caller, 'search', places, async open => open.find(places)?.id === found.id)
}
