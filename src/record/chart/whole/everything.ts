import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DateRange } from '#ground/fhir/search/date-range.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from '../search/columns.ts'
import { type Held, held, heldOfAnyType } from '../search/held.ts'
import { ofTypesInScope } from '../search/in-scope.ts'
import { type Open, openByLook } from '../search/open.ts'
import { all, type Sql } from '../search/sql.ts'
import type { Caller } from '../store/caller.ts'
import { placesInScope } from '../store/in-scope.ts'
import { noteNotShown, opening } from '../store/open.ts'
import { type Named, placesOf } from '../store/place.ts'
import { findDirectory } from './directory.ts'

/** How much of all that is held about somebody is wanted. */
export interface EverythingWanted {
  /** Of these types alone. */
  readonly types: readonly string[]
  /** The care of that time alone, where a resource says when it was. */
  readonly care: Partial<DateRange>
  /** What was written at this moment or later alone. */
  readonly since: Date | undefined
  /** The id after which the page begins. */
  readonly after: string | undefined
  readonly limit: number
}

/** Some of it, by ids, which do not change; and what says nothing about anybody that this refers to. */
export interface Everything {
  readonly found: readonly Found[]
  readonly included: readonly Found[]
  /** After which the next page begins; undefined when this was the last. */
  readonly last: string | undefined
}

/**
 * All that is held about one person and is open to a caller, whichever of their records it hangs on, as one look at them:
 * it stands once in their trail. Their Patients are always among it, whenever they were written, because a moment of writing
 * would tell that something changed which is not shown. Undefined where no Patient of that name is open, which is in the trail.
 */
export async function readEverything(
  tx: Tx,
  caller: Caller,
  named: Named,
  wanted: EverythingWanted,
): Promise<Everything | undefined> {
  const [places = []] = await placesOf(tx, [named])
  return opening(tx, caller, 'export', places, async open => {
    const place = open.find(places)
    const access = place && open.accessTo(place)
    if (access === undefined) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'export', places)
      return undefined
    }
    const opened = openByLook(access)
    const page = await readPage(tx, caller, opened, wanted)
    const found = page.slice(0, wanted.limit)
    release(access, found)
    const directory = await findDirectory(tx, opened, found, wanted.types)
    const included = await placesInScope(tx, caller, 'r', directory)
    return { found, included, last: page.length > wanted.limit ? found.at(-1)?.id : undefined }
  })
}

/** Notes that these are let through. */
export function release(access: Access, found: readonly Found[]): void {
  for (const { contributorId, dataClass, showsWhere } of found) {
    access.release(contributorId, dataClass as DataClass)
    if (showsWhere) access.release(contributorId, 'contacts')
  }
}

async function readPage(
  tx: Tx,
  caller: Caller,
  open: Open,
  { types, care, since, after, limit }: EverythingWanted,
): Promise<Found[]> {
  const [other, patient] = [heldOfAnyType('one'), held('Patient', 'patient')]
  const isWanted = (one: Held) =>
    all([ofTypesInScope(caller, 'r', types, one), after === undefined ? sql`true` : sql`${one.id} > ${after}`])
  const isNew = since === undefined ? sql`true` : sql`${other.recordedAt} >= ${since}`
  const { rows } = await sql<Row>`
    with ${open.before}
    select found.*
    from (${partOf(open, other, all([isWanted(other), isNew, isOfCare(other, care)]), limit + 1)}
          union all ${partOf(open, patient, isWanted(patient), limit + 1)}) as found
    order by id
    limit ${limit + 1}`.execute(tx.db)
  return rows.map(foundFrom)
}

function partOf(open: Open, one: Held, where: Sql, limit: number): Sql {
  // Of the ways to what is open the first is by whom it is about.
  const [byRecord] = open.ways(one)
  if (byRecord === undefined) throw new Error('nothing leads to what is open')
  return sql`(
    select ${columnsOf(one, open)}
    from ${one.table} as ${one.as} ${byRecord.join} ${personOf(one)}
    where ${all([one.isOne, byRecord.where, where])}
    order by ${one.id}
    limit ${limit})`
}

/** Dates that are not of care: when somebody was born, and died. */
const NOT_OF_CARE = ['birthdate', 'death-date', '_lastUpdated']

/** Whether a resource says of no time that it was then, or of one within a span. */
function isOfCare({ id }: Held, { from, until }: Partial<DateRange>): Sql {
  if (from === undefined && until === undefined) return sql`true`
  const dates = sql`
    select from index_date as time where time.resource_id = ${id} and time.parameter <> all(${NOT_OF_CARE}::text[])`
  const within = all([
    from === undefined ? sql`true` : sql`time.until_at > ${from}`,
    until === undefined ? sql`true` : sql`time.from_at < ${until}`,
  ])
  return sql`(not exists (${dates}) or exists (${dates} and ${within}))`
}
