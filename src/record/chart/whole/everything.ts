import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DateRange } from '#ground/fhir/search/date-range.ts'
import { type Found, foundFrom, type Row } from '../search/columns.ts'
import { type Held, held, heldOfAnyType } from '../search/held.ts'
import { ofTypesInScope } from '../search/in-scope.ts'
import { type Open, openByLooks } from '../search/open.ts'
import { all, type Sql } from '../search/sql.ts'
import type { Caller } from '../store/caller.ts'
import { noteNotShown, opening } from '../store/open.ts'
import { type Named, placesOf } from '../store/place.ts'
import { aboutThem, release } from './about-them.ts'
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
  /** How our own address begins, which a reference may have. */
  readonly base: string
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
    const opened = openByLooks([access], undefined)
    const page = await readPage(tx, caller, opened, wanted)
    const found = page.slice(0, wanted.limit)
    release(access, found)
    const included = await findDirectory(tx, { caller, open: opened }, found, wanted)
    return { found, included, last: page.length > wanted.limit ? found.at(-1)?.id : undefined }
  })
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
  const part = (one: Held, where: Sql) => aboutThem(open, one, { where, order: one.id, limit: limit + 1 })
  const { rows } = await sql<Row>`
    with ${open.before}
    select found.*
    from (${part(other, all([isWanted(other), isNew, isOfCare(other, care)]))}
          union all ${part(patient, isWanted(patient))}) as found
    order by id
    limit ${limit + 1}`.execute(tx.db)
  return rows.map(foundFrom)
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
