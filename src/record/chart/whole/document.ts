import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from '../search/columns.ts'
import { type Held, held, heldOfAnyType } from '../search/held.ts'
import { type Open, openByLooks } from '../search/open.ts'
import { all } from '../search/sql.ts'
import { type Caller, organisationOpenTo } from '../store/caller.ts'
import { placesInScope } from '../store/in-scope.ts'
import { noteNotShown, type Opening, opening } from '../store/open.ts'
import { type Named, type Place, placesOf } from '../store/place.ts'
import { release } from './about-them.ts'
import { type Along, findDirectory, namesIn } from './directory.ts'

/** A Composition and what goes along in its document. */
export interface DocumentRead {
  readonly composition: Found
  readonly rest: readonly Found[]
}

/**
 * A Composition with all that it refers to, as far as it is open to a caller, and what that leads to which says nothing about
 * anybody. Of people, whom the Composition is about alone: one look decides. What is closed is not in it, as what does not exist
 * is not, and the reference stays. Undefined where no Composition of that name is open, which is in the trail.
 */
export async function readForDocument(
  tx: Tx,
  caller: Caller,
  named: Named,
  along: Along,
): Promise<DocumentRead | undefined> {
  const [places = []] = await placesOf(tx, [named])
  return opening(tx, caller, 'export', places, async open => {
    const place = open.find(places)
    if (place === undefined || place.deleted) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'export', places)
      return undefined
    }
    const access = open.accessTo(place)
    const opened = openByLooks(access === undefined ? [] : [access], organisationOpenTo(caller))
    const [composition] = await read(tx, opened, [place])
    if (composition === undefined) throw new Error('a Composition that is open was not read')
    const meant = await meantBy(tx, open, composition, along.base)
    const wanted = meant.filter(({ type, id }) => along.types.includes(type) && id !== place.id)
    const referred = await read(tx, opened, await placesInScope(tx, caller, 'r', wanted))
    const shown = [composition, ...referred]
    if (access !== undefined)
      release(
        access,
        shown.filter(({ personId }) => personId !== undefined),
      )
    return { composition, rest: [...referred, ...(await findDirectory(tx, { caller, open: opened }, shown, along))] }
  })
}

/** What its references mean, of what is open: an id that somebody chose means something within what they wrote. */
async function meantBy(tx: Tx, open: Opening, { text, contributorId }: Found, base: string): Promise<Place[]> {
  const meant = (await placesOf(tx, namesIn(text, base))).flatMap(places => {
    const theirs = places.filter(place => place.contributorId === contributorId)
    const ours = places.filter(({ id, logicalId, type }) => id === logicalId || type === 'Patient')
    return open.find(theirs) ?? open.find(ours) ?? []
  })
  return [...new Map(meant.filter(({ deleted }) => !deleted).map(place => [place.id, place])).values()]
}

async function read(tx: Tx, open: Open, places: readonly Place[]): Promise<Found[]> {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const part = (one: Held) => sql`
    select ${columnsOf(one, open)}
    from ${one.table} as ${one.as} ${personOf(one)}
    where ${all([sql`${one.id} = any(${ids}::uuid[])`, one.isOne, open.isOpen(one)])}`
  const { rows } = await sql<Row>`
    with ${open.before}
    select found.* from (${part(heldOfAnyType('one'))} union all ${part(held('Patient', 'patient'))}) as found
    order by array_position(${ids}::uuid[], id)`.execute(tx.db)
  return rows.map(foundFrom)
}
