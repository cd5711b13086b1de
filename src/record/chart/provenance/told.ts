import { sql } from 'kysely'
import type { Held, Tells } from '../search/held.ts'
import { known, type Sql } from '../search/sql.ts'
import type { Named } from '../store/place.ts'
import { provenanceOf } from './content.ts'
import { valuesOf } from './values.ts'

/** Of what a Provenance is told: of versions of what stands, of what was deleted and hung on a record, and of Patients. */
export type ToldOf = 'deleted' | 'patients' | 'standing'

/** All of that. */
export const TOLD_OF: readonly ToldOf[] = ['standing', 'deleted', 'patients']

/**
 * The Provenance of each version, made of what is kept of the version and kept nowhere, under a name that nothing else in the
 * question has. It is as open as what the version is of: it has its record, contributor and class as they are now.
 */
export function told(of: ToldOf, name: string): Held & { readonly tells: Tells } {
  const as = sql.ref(name)
  return {
    type: 'Provenance',
    typeName: known('Provenance'),
    as,
    table: TABLES[of],
    id: sql`md5(${as}.itself || '.' || ${as}.version)::uuid`,
    logicalId: sql`(${as}.itself || '.' || ${as}.version)`,
    version: sql`1`,
    sourceRecordId: sql`${as}.source_record_id`,
    contributorId: sql`${as}.contributor_id`,
    dataClass: sql`${as}.data_class`,
    content: provenanceOf(as),
    recordedAt: sql`${as}.recorded_at`,
    isOne: sql`true`,
    tells: {
      type: sql`${as}.target_type`,
      values: valuesOf(as),
      isOfPatient: of === 'patients',
      isAboutSomebody: of !== 'standing',
    },
  }
}

/** The versions of what is kept in the chart, with what their resource is now. */
function versionsOf(record: Sql, where: Sql): Sql {
  return sql`(
    select version.resource_id as itself, version.version, version.recorded_at, version.deleted, version.written_by,
           version.account_id, version.sender_id, version.role, version.app, version.message_id, version.xmin,
           resource.type as target_type, coalesce(resource.logical_id, resource.id::text) as target_id,
           resource.contributor_id, resource.data_class, ${record} as source_record_id, null::text as logical_id
    from resource_version as version
    join resource on resource.id = version.resource_id
    where ${where})`
}

const TABLES: Readonly<Record<ToldOf, Sql>> = {
  // Two questions rather than one that asks for either record: each has its index.
  standing: versionsOf(sql`resource.source_record_id`, sql`resource.deleted_from is null`),
  deleted: versionsOf(sql`resource.deleted_from`, sql`resource.deleted_from is not null`),
  patients: sql`(
    select version.source_record_id as itself, version.version, version.recorded_at, false as deleted, version.written_by,
           null::uuid as account_id, version.sender_id, null::text as role, version.app, version.message_id, version.xmin,
           'Patient' as target_type, coalesce(record.logical_id, record.id::text) as target_id,
           record.organisation_id as contributor_id, 'demographics' as data_class, record.id as source_record_id,
           null::text as logical_id
    from source_record_version as version
    join source_record as record on record.id = version.source_record_id)`,
}

/** One version of something that is kept, by our own id of that. */
export interface VersionNamed {
  readonly itself: string
  readonly version: number
}

/** The version that a Provenance of this name is told of; undefined for a name that stands for none. */
export function versionNamed({ type, id }: Named): VersionNamed | undefined {
  const [, itself, version] =
    (type === 'Provenance' && /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,8})$/.exec(id)) || []
  return itself === undefined ? undefined : { itself, version: Number(version) }
}
