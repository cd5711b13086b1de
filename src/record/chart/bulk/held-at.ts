import { type RawBuilder, sql } from 'kysely'
import { held, heldOfAnyType } from '../search/held.ts'
import type { Open } from '../search/open.ts'
import { withoutWhere } from '../store/content.ts'
import type { BulkExport } from './bulk-export.ts'
import { recordsOfGroup } from './open-in-export.ts'

/**
 * What is open of an export, each in the version that stood at its moment, without what was deleted then: a relation `(id, type,
 * logical_id, version_id, content, recorded_at, contributor_id, data_class, source_record_id, shows_where)`. Of a Patient without
 * where they are, as a read of it is answered.
 */
export function heldAt(asked: BulkExport, open: Open): RawBuilder<unknown> {
  const { boundAt, since, types } = asked
  const isWanted = (type: RawBuilder<unknown>) =>
    types === undefined ? sql`true` : sql`${type} = any(${[...types]}::text[])`
  const isNew = sql`(${since ?? null}::timestamptz is null or version.recorded_at > ${since ?? null}::timestamptz)`
  // What was deleted since hung on a record then.
  const hungOn = sql`coalesce(resource.source_record_id, resource.deleted_from)`
  const resource = { ...heldOfAnyType('resource'), sourceRecordId: hungOn }
  const patient = held('Patient', 'record')
  const bare = withoutWhere(sql`version.content`)
  return sql`(
    select resource.id, resource.type, ${resource.logicalId} as logical_id, version.version::text as version_id,
           version.content, version.recorded_at, resource.contributor_id, resource.data_class,
           ${hungOn} as source_record_id, false as shows_where
    from resource
    cross join lateral (
      select one.version, one.content, one.recorded_at, one.deleted
      from resource_version as one
      where one.resource_id = resource.id and one.recorded_at <= ${boundAt}
      order by one.version desc
      limit 1
    ) as version
    where ${open.isOpen(resource)} and not version.deleted and ${isNew} and ${isWanted(sql`resource.type`)}
      and ${aboutWhom(hungOn, asked)}
    union all
    select record.id, 'Patient', ${patient.logicalId},
           case when shown.where_they_are then version.version::text else left(md5(${bare}::text), 20) end,
           case when shown.where_they_are then version.content else ${bare} end,
           case when shown.where_they_are then version.recorded_at end, record.organisation_id, 'demographics', record.id,
           shown.where_they_are
    from source_record as record
    cross join lateral (select ${open.showsWhere(patient)} as where_they_are) as shown
    cross join lateral (
      select one.version, one.content, one.recorded_at
      from source_record_version as one
      where one.source_record_id = record.id and one.recorded_at <= ${boundAt}
      order by one.version desc
      limit 1
    ) as version
    where ${open.isOpen(patient)} and (${isNew} or not shown.where_they_are) and ${isWanted(sql`'Patient'`)}
      and ${aboutWhom(sql`record.id`, asked)})`
}

/** Whether something that hangs on a record is asked for: of the organisation's own, of people alone, or of those of a group. */
function aboutWhom(record: RawBuilder<unknown>, asked: BulkExport): RawBuilder<unknown> {
  if (asked.scope === 'system') return sql`true`
  if (asked.scope === 'patient') return sql`${record} is not null`
  return sql`${record} in (select source_record_id from ${recordsOfGroup(asked)} as theirs)`
}
