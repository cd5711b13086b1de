import type { Tx } from '#ground/db/store.ts'
import type { Search } from '#ground/fhir/search/query/search.ts'
import { readableBySystem } from '#record/sharing/to-system.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { toldTypes } from '../provenance/told-types.ts'
import { type Caller, organisationOf } from '../store/caller.ts'
import { noteNotShown, opening } from '../store/open.ts'
import { type Named, placesOf } from '../store/place.ts'
import type { Found } from './columns.ts'
import { findMatches, type Matches } from './find.ts'
import { openInScope } from './in-scope.ts'
import { findIncluded } from './include.ts'
import { contributedBy, type Open, openOf, openWithin } from './open.ts'
import type { Mark } from './order.ts'

/** One page of what a search finds, and what is sent beside it. */
export interface Results extends Matches {
  readonly included: readonly Found[]
}

/** What is searched, from where on, and among which types. */
export interface Searching {
  readonly search: Search
  readonly mark: Mark | undefined
  /** The one person whose record is searched, where the question names one. */
  readonly about: Named | undefined
  /** Whether that is asked by the address, so that nothing but their record is searched: a system reads it by agreement then. */
  readonly isWithin?: boolean
  /** The one person whom a token is for, by an id of theirs; undefined where it is for whoever may be seen. */
  readonly only: string | undefined
  /** Whether only what the caller, or their organisation, has contributed is to be found. */
  readonly isOwn?: boolean
  isServed(type: string): boolean
}

/**
 * Searches what is open to a caller, and nothing else: the policy stands in the question before anything is matched, sorted,
 * counted, followed or included, so that nothing can be learnt of what is closed. Everybody of whom something is shown is
 * decided about once more, one by one, and has it in their trail.
 */
export async function searchChart(
  tx: Tx,
  caller: Caller,
  { search, mark, about, only, isWithin, isOwn, isServed }: Searching,
): Promise<Results> {
  const all = await openFor(tx, caller, { about, only, isWithin })
  const bound = openInScope(isOwn ? contributedBy(organisationOf(caller), all) : all, caller)
  const open = { ...bound, tells: () => toldTypes(caller, 's', isServed) }
  const matches = await findMatches(tx, open, search, mark)
  const included = await findIncluded(tx, open, search.includes, matches.found, isServed)
  const shown = [...matches.found, ...included]
  await opening(tx, caller, 'search', shown, async opened => {
    for (const one of shown) {
      if (!opened.isOpen(one)) throw new Error(`found what is not open: ${one.type} ${one.id}`)
      const access = opened.accessTo(one)
      access?.release(one.contributorId, one.dataClass as DataClass)
      if (one.showsWhere) access?.release(one.contributorId, 'contacts')
    }
  })
  if (shown.length === 0 && about !== undefined) await noteAsked(tx, caller, about)
  return { ...matches, included }
}

async function openFor(
  tx: Tx,
  caller: Caller,
  { about, only, isWithin }: Pick<Searching, 'about' | 'only'> & { readonly isWithin: boolean | undefined },
): Promise<Open> {
  const { actor } = caller
  const role = isWithin ? await caller.job?.() : undefined
  if (actor.kind !== 'system' || role === undefined || about === undefined) return openOf(tx, caller, only)
  const [places = []] = await placesOf(tx, [about])
  const people = new Set(places.flatMap(({ homePersonId }) => homePersonId ?? []))
  return openWithin(actor.organisationId, await readableBySystem(tx, { actor, role }, [...people]))
}

/** That somebody's record was searched in vain is in their trail as well: who is refused has asked. */
async function noteAsked(tx: Tx, caller: Caller, about: Named): Promise<void> {
  const [places = []] = await placesOf(tx, [about])
  await opening(tx, caller, 'search', places, async open => {
    if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'search', places)
  })
}
