import { type RawBuilder, sql } from 'kysely'

type Sql = RawBuilder<unknown>

/** A moment as FHIR writes it, to the millisecond. */
export function instant(at: Sql): Sql {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

/** A resource as it is sent: what is kept of it, with the id, the version and the moment of writing that it has here. */
export function asSent(
  content: Sql,
  { id, version, at }: { readonly id: Sql; readonly version: Sql; readonly at: Sql },
): Sql {
  return sql`(${content} || jsonb_build_object('id', ${id}, 'meta',
    coalesce(${content} -> 'meta', '{}') || jsonb_strip_nulls(jsonb_build_object('versionId', ${version}, 'lastUpdated', ${instant(at)}))))`
}

/** What of a Patient says more than who somebody is: where they live, how to reach them and whom, and anything in free form. */
export const WHERE_THEY_ARE: readonly string[] = [
  'address',
  'telecom',
  'contact',
  'text',
  'contained',
  'extension',
  'modifierExtension',
  'photo',
]

/** A Patient without what says where somebody is. */
export function withoutWhere(content: Sql): Sql {
  return sql`(${content} - ${WHERE_THEY_ARE}::text[])`
}
