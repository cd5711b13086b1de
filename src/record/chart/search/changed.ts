import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { rowNames } from '#ground/fhir/search/parameters.ts'
import type { SortKey } from '#ground/fhir/search/query/sort.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import type { Rows } from '#ground/fhir/search/value/rows.ts'
import type { Found } from './columns.ts'
import { asksWhere, type Held } from './held.ts'
import type { Keys } from './order.ts'
import type { Sql } from './sql.ts'

/** Whether a snapshot saw a row as it stands now: whoever wrote it had committed by then. */
export function wasSeen({ as }: Held, seen: string): Sql {
  return isVisible(sql`${as}.xmin`, seen)
}

/** A row names its writer by the lower half of a number; whatever we see was written before our own snapshot's end. */
function isVisible(writer: Sql, seen: string): Sql {
  const end = sql`pg_snapshot_xmax(pg_current_snapshot())::text::bigint`
  const ago = sql`mod(mod(${end} - ${writer}::text::bigint, 4294967296) + 4294967296, 4294967296)`
  return sql`pg_visible_in_snapshot(greatest(3, ${end} - ${ago})::text::xid8, ${seen}::pg_snapshot)`
}

interface Then {
  readonly id: string
  readonly content: { readonly resourceType: string }
  readonly recordedAt: Date
}

/** What some resources were sorted by when the first page was read; nothing for those that were not there. */
export async function keysThen(
  tx: Tx,
  found: readonly Found[],
  sort: readonly SortKey[],
  seen: string,
): Promise<ReadonlyMap<string, Keys>> {
  if (found.length === 0) return new Map()
  const ids = (isPatient: boolean) => found.filter(one => (one.type === 'Patient') === isPatient).map(({ id }) => id)
  const { rows } = await sql<Then>`
    (select distinct on (version.resource_id) version.resource_id as id, version.content, version.recorded_at
     from resource_version as version
     where version.resource_id = any(${ids(false)}::uuid[]) and not version.deleted and ${isVisible(sql`version.xmin`, seen)}
     order by version.resource_id, version.version desc)
    union all
    (select distinct on (version.source_record_id) version.source_record_id, version.content, version.recorded_at
     from source_record_version as version
     where version.source_record_id = any(${ids(true)}::uuid[]) and ${isVisible(sql`version.xmin`, seen)}
     order by version.source_record_id, version.version desc)`.execute(tx.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return new Map(
    found.flatMap(one => {
      const row = byId.get(one.id)
      return row === undefined ? [] : [[one.id, keysOfRow(row, one, sort)] as const]
    }),
  )
}

function keysOfRow({ content, recordedAt }: Then, one: Found, sort: readonly SortKey[]): Keys {
  const rows = rowsOf(content)
  return sort.map(key => {
    if (key.by === 'id') return one.logicalId
    const hidden = one.type === 'Patient' && !one.showsWhere && (key.by === 'updated' || asksWhere(one.type, key.rows))
    if (hidden) return null
    if (key.by === 'updated') return recordedAt.getTime() / 1000
    const values = valuesOf(rows, key, rowNames(content.resourceType, key.rows))
    return values.length === 0
      ? null
      : values.reduce((one, other) => (isFirst(one, other) !== key.isDown ? one : other))
  })
}

function valuesOf(rows: Rows, { by, isDown }: SortKey, names: readonly string[]): (number | string)[] {
  const of = <Row extends { readonly parameter: string }>(some: readonly Row[]) =>
    some.filter(row => names.includes(row.parameter))
  switch (by) {
    case 'date':
      return of(rows.date).map(({ from }) =>
        from === '-infinity' ? Number.NEGATIVE_INFINITY : Date.parse(from) / 1000,
      )
    case 'quantity':
      return of(rows.quantity).map(({ low, high }) =>
        isDown ? (high ?? Number.POSITIVE_INFINITY) : (low ?? Number.NEGATIVE_INFINITY),
      )
    case 'token':
      return of(rows.token).map(({ code }) => code)
    case 'string':
      return of(rows.string).map(({ folded }) => folded)
    case 'uri':
      return of(rows.uri).map(({ uri }) => uri)
    case 'reference':
      return of(rows.reference).map(({ type, id }) => `${type}/${id}`)
    default:
      return []
  }
}

function isFirst(one: number | string, other: number | string): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one < other
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other))) < 0
}
