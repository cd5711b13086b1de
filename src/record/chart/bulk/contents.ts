import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Asking, contribute } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { KeptClass } from '../class-of.ts'
import type { Caller } from '../store/caller.ts'
import { asSent } from '../store/content.ts'
import { isInScope, leavesAll } from '../store/in-scope.ts'
import type { BulkExport } from './bulk-export.ts'

/** How many resources are read at once. */
const PAGE = 500

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
  caller: Pick<Caller, 'leaves'>,
): Promise<readonly { readonly type: string; readonly count: number }[]> {
  const { rows } = await sql<{ type: string; count: number }>`
    select held.type, count(*)::integer as count
    from ${heldAt(asked)} as held
    group by held.type
    order by held.type`.execute(tx.db)
  const counts: { type: string; count: number }[] = []
  for (const { type, count } of rows) {
    const left = leavesAll(caller, 'r', type) ? count : await countInScope(tx, asked, caller, type)
    if (left > 0) counts.push({ type, count: left })
  }
  return counts
}

/** What a token was given for in part is read to be counted: it stands in the versions of that moment alone. */
async function countInScope(tx: Tx, asked: BulkExport, caller: Pick<Caller, 'leaves'>, type: string): Promise<number> {
  let count = 0
  for (let after: string | undefined; ; ) {
    const rows = await rowsOf(tx, asked, { type, after })
    count += rows.filter(({ line }) => isInScope(caller, 'r', JSON.parse(line))).length
    if (rows.length < PAGE) return count
    after = rows.at(-1)?.id
  }
}

/**
 * The next resources of one type in an export, as they stood at its moment: what the system’s own organisation contributed,
 * which is decided for each person anew. It is in the trail of everybody whom they are about.
 */
export async function pageOf(
  tx: Tx,
  system: SystemActor,
  asked: BulkExport,
  { type, after, asking, leaves }: Wanted & Pick<Caller, 'leaves'> & { readonly asking: Asking },
): Promise<Page> {
  const read = await rowsOf(tx, asked, { type, after })
  const isWhole = leavesAll({ leaves }, 'r', type)
  const rows = isWhole ? read : read.filter(({ line }) => isInScope({ leaves }, 'r', JSON.parse(line)))
  for (const [personId, theirs] of Map.groupBy(rows, row => row.personId)) {
    const [first] = theirs
    if (personId === null || first === undefined) continue
    const about = { personId, keptUnder: first.homePersonId ?? personId }
    await contribute(tx, system, about, asking, async access => release(access, system, theirs))
  }
  return { lines: rows.map(({ line }) => line), last: read.length < PAGE ? undefined : read.at(-1)?.id }
}

interface Wanted {
  readonly type: string
  /** The id after which the page begins. */
  readonly after: string | undefined
}

async function rowsOf(tx: Tx, asked: BulkExport, { type, after }: Wanted): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select held.id, ${asSent(sql`held.content`, {
      id: sql`held.logical_id`,
      version: sql`held.version::text`,
      at: sql`held.recorded_at`,
    })}::text as line, held.data_class, record.home_person_id, now.person_id
    from ${heldAt(asked)} as held
    left join source_record as record on record.id = held.source_record_id
    left join person_now as now on now.id = record.home_person_id
    where held.type = ${type} and (${after ?? null}::uuid is null or held.id > ${after ?? null}::uuid)
    order by held.id
    limit ${PAGE}`.execute(tx.db)
  return rows
}

interface Row {
  readonly id: string
  readonly line: string
  readonly dataClass: KeptClass
  readonly homePersonId: string | null
  readonly personId: string | null
}

function release(access: Access, { organisationId }: SystemActor, rows: readonly Row[]): void {
  for (const dataClass of new Set(rows.map(row => row.dataClass))) {
    access.release(organisationId, dataClass as DataClass)
    // A Patient of its own says where somebody is, too.
    if (dataClass === 'demographics') access.release(organisationId, 'contacts')
  }
}

/** What the organisation contributed, each in the version that stood at the moment of the export, without what was deleted then. */
function heldAt({ organisationId, boundAt, since, types, scope, groupId }: BulkExport): RawBuilder<unknown> {
  const isWanted = (type: RawBuilder<unknown>) =>
    types === undefined ? sql`true` : sql`${type} = any(${[...types]}::text[])`
  const isNew = sql`(${since ?? null}::timestamptz is null or version.recorded_at > ${since ?? null}::timestamptz)`
  const about = (record: RawBuilder<unknown>) => aboutWhom(record, { scope, groupId, organisationId })
  return sql`(
    select resource.id, resource.type, coalesce(resource.logical_id, resource.id::text) as logical_id, version.version,
           version.content, version.recorded_at, resource.data_class,
           coalesce(resource.source_record_id, resource.deleted_from) as source_record_id
    from resource
    cross join lateral (
      select one.version, one.content, one.recorded_at, one.deleted
      from resource_version as one
      where one.resource_id = resource.id and one.recorded_at <= ${boundAt}
      order by one.version desc
      limit 1
    ) as version
    where resource.contributor_id = ${organisationId} and not version.deleted and ${isNew}
      and ${isWanted(sql`resource.type`)} and ${about(sql`coalesce(resource.source_record_id, resource.deleted_from)`)}
    union all
    select record.id, 'Patient', coalesce(record.logical_id, record.id::text), version.version, version.content,
           version.recorded_at, 'demographics', record.id
    from source_record as record
    cross join lateral (
      select one.version, one.content, one.recorded_at
      from source_record_version as one
      where one.source_record_id = record.id and one.recorded_at <= ${boundAt}
      order by one.version desc
      limit 1
    ) as version
    where record.organisation_id = ${organisationId} and ${isNew}
      and ${isWanted(sql`'Patient'`)} and ${about(sql`record.id`)})`
}

/** Whether something that hangs on a record is asked for: of people alone, or of those whom a group names as this organisation does. */
function aboutWhom(
  record: RawBuilder<unknown>,
  { scope, groupId, organisationId }: Pick<BulkExport, 'scope' | 'groupId' | 'organisationId'>,
): RawBuilder<unknown> {
  if (scope === 'system') return sql`true`
  if (scope === 'patient') return sql`${record} is not null`
  return sql`${record} in (
    select theirs.source_record_id
    from resource as listed
    cross join lateral jsonb_array_elements(listed.content -> 'member') as member
    join source_record as named on named.organisation_id = ${organisationId}
      and coalesce(named.logical_id, named.id::text) = split_part(member #>> '{entity,reference}', '/', 2)
    join person_link_now as own on own.source_record_id = named.id
    join person_link_now as theirs on theirs.person_id = own.person_id
    where listed.id = ${groupId ?? null} and listed.contributor_id = ${organisationId} and not listed.deleted
      and split_part(member #>> '{entity,reference}', '/', 1) = 'Patient'
      and coalesce((member ->> 'inactive')::boolean, false) = false)`
}
