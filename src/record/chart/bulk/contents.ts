import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Criterion } from '#ground/fhir/search/query/criterion.ts'
import { meets } from '#ground/fhir/search/query/meets.ts'
import type { Asking } from '#record/sharing/look.ts'
import { lookAsSystem, type ReadingSystem } from '#record/sharing/to-system.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { KeptClass } from '../class-of.ts'
import type { Caller } from '../store/caller.ts'
import { asSent } from '../store/content.ts'
import { isInScope, leavesAll } from '../store/in-scope.ts'
import type { BulkExport } from './bulk-export.ts'
import { heldAt } from './held-at.ts'
import { type OpenInExport, openInExport } from './open-in-export.ts'

/** How many resources are read at once. */
const PAGE = 500

/** A system that takes an export away, and what of it may be its. */
export interface Taking extends ReadingSystem, Pick<Caller, 'leaves'> {
  /** What the resources of a type must meet, of those types for which anything is asked. */
  readonly filters: ReadonlyMap<string, Criterion>
}

/** Some of the resources of one type, a line of JSON each. */
export interface Page {
  readonly lines: readonly string[]
  /** After which the next page begins; undefined when this was the last. */
  readonly last: string | undefined
}

/** How many resources of each type an export has, as far as the token was given for them. */
export async function countsOf(
  tx: Tx,
  asked: BulkExport,
  taking: Taking,
): Promise<readonly { readonly type: string; readonly count: number }[]> {
  const open = await openInExport(tx, asked, taking)
  const { rows } = await sql<{ type: string; count: number }>`
    with ${open.before}
    select held.type, count(*)::integer as count
    from ${heldAt(asked, open)} as held
    group by held.type
    order by held.type`.execute(tx.db)
  const counts: { type: string; count: number }[] = []
  for (const { type, count } of rows) {
    const wanted = isWhole(taking, type) ? count : await countWanted(tx, { asked, taking, open }, type)
    if (wanted > 0) counts.push({ type, count: wanted })
  }
  return counts
}

/**
 * The next resources of one type in an export, as they stood at its moment, as far as they are open to the system now, which
 * is decided for each person anew. It is in the trail of everybody whom they are about.
 */
export async function pageOf(
  tx: Tx,
  asked: BulkExport,
  taking: Taking,
  { type, after, asking }: After & { readonly asking: Asking },
): Promise<Page> {
  const open = await openInExport(tx, asked, taking)
  const read = await rowsOf(tx, { asked, taking, open }, { type, after })
  const rows = read.filter(row => isWanted(taking, type, row))
  const own = taking.actor.organisationId
  const people = [...Map.groupBy(rows, row => row.personId)].flatMap(([personId, [first, ...rest]]) => {
    if (personId === null || first?.homePersonId == null) return []
    const isOwn = [first, ...rest].some(({ contributorId }) => contributorId === own)
    return [{ personId, keptUnder: first.homePersonId, isOwn }]
  })
  await lookAsSystem(tx, { actor: taking.actor, role: open.role }, people, asking, async accesses => {
    for (const { personId, contributorId, dataClass, showsWhere } of rows) {
      if (personId === null) continue
      const access = accesses.find(one => one.personId === personId)
      if (access === undefined) throw new Error('an export has what is not open')
      access.release(contributorId, dataClass as DataClass)
      if (showsWhere) access.release(contributorId, 'contacts')
    }
  })
  return { lines: rows.map(({ line }) => line), last: read.length < PAGE ? undefined : read.at(-1)?.id }
}

/** After which resource to go on, of those that have this id in an export; undefined where none has. */
export async function findPlace(
  tx: Tx,
  asked: BulkExport,
  taking: Taking,
  { type, logicalId }: { readonly type: string; readonly logicalId: string },
): Promise<string | undefined> {
  const open = await openInExport(tx, asked, taking)
  const { rows } = await sql<{ id: string }>`
    with ${open.before}
    select held.id from ${heldAt(asked, open)} as held
    where held.type = ${type} and held.logical_id = ${logicalId}
    order by held.id
    limit 1`.execute(tx.db)
  return rows[0]?.id
}

interface After {
  readonly type: string
  /** The id after which the page begins. */
  readonly after: string | undefined
}

interface Row {
  readonly id: string
  readonly line: string
  readonly contributorId: string
  readonly dataClass: KeptClass
  readonly showsWhere: boolean
  readonly homePersonId: string | null
  readonly personId: string | null
}

interface Taken {
  readonly asked: BulkExport
  readonly taking: Taking
  readonly open: OpenInExport
}

async function rowsOf(tx: Tx, { asked, open }: Taken, { type, after }: After): Promise<readonly Row[]> {
  const line = asSent(sql`held.content`, {
    id: sql`held.logical_id`,
    version: sql`held.version_id`,
    at: sql`held.recorded_at`,
  })
  const { rows } = await sql<Row>`
    with ${open.before}
    select held.id, ${line}::text as line, held.contributor_id, held.data_class, held.shows_where,
           record.home_person_id, now.person_id
    from ${heldAt(asked, open)} as held
    left join source_record as record on record.id = held.source_record_id
    left join person_now as now on now.id = record.home_person_id
    where held.type = ${type} and (${after ?? null}::uuid is null or held.id > ${after ?? null}::uuid)
    order by held.id
    limit ${PAGE}`.execute(tx.db)
  return rows
}

/** What is wanted in part is read to be counted: it stands in the versions of that moment alone. */
async function countWanted(tx: Tx, taken: Taken, type: string): Promise<number> {
  let count = 0
  for (let after: string | undefined; ; ) {
    const rows = await rowsOf(tx, taken, { type, after })
    count += rows.filter(row => isWanted(taken.taking, type, row)).length
    if (rows.length < PAGE) return count
    after = rows.at(-1)?.id
  }
}

function isWhole({ leaves, filters }: Taking, type: string): boolean {
  return leavesAll({ leaves }, 'r', type) && !filters.has(type)
}

function isWanted(taking: Taking, type: string, { line }: Row): boolean {
  if (isWhole(taking, type)) return true
  const resource = JSON.parse(line)
  const filter = taking.filters.get(type)
  return isInScope(taking, 'r', resource) && (filter === undefined || meets(filter, resource))
}
