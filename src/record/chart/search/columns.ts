import { sql } from 'kysely'
import { asSent, withoutWhere } from '../store/content.ts'
import type { Place } from '../store/place.ts'
import type { Held } from './held.ts'
import type { Open } from './open.ts'
import type { Sql } from './sql.ts'

/** Something that was found: where it stands, and as it is sent. */
export interface Found extends Place {
  readonly text: string
  /** Of a Patient, whether where they are is in it. */
  readonly showsWhere: boolean
}

/** What is read of a resource that is open; `personOf` is to be joined. */
export function columnsOf(one: Held, open: Open): Sql {
  const isPatient = one.type === 'Patient'
  return sql`
    ${one.id} as id, ${one.typeName} as type, ${one.logicalId} as logical_id, ${one.version} as version,
    ${one.sourceRecordId} as source_record_id, about.person_id, about.home_person_id, ${one.contributorId} as contributor_id,
    ${one.dataClass} as data_class, false as deleted,
    ${isPatient ? open.showsWhere(one) : sql.lit(one.tells?.isOfPatient === true)} as shows_where,
    ${isPatient ? patientText(one, open) : resourceText(one)}::text as text`
}

/** Whom a resource is about now. */
export function personOf({ sourceRecordId }: Held): Sql {
  return sql`
    left join lateral (
      select now.person_id, record.home_person_id
      from source_record as record
      join person_now as now on now.id = record.home_person_id
      where record.id = ${sourceRecordId}) as about on true`
}

function resourceText({ content, logicalId, version, recordedAt }: Held): Sql {
  return asSent(content, { id: logicalId, version: sql`${version}::text`, at: recordedAt })
}

/** As one Patient is read by its id: without where they are, its version and moment would tell of a change that is not shown. */
function patientText(one: Held, open: Open): Sql {
  const bare = withoutWhere(one.content)
  const digest = sql`left(md5(${bare}::text), 20)`
  const part = asSent(bare, { id: one.logicalId, version: digest, at: sql`null::timestamptz` })
  return sql`case when ${open.showsWhere(one)} then ${resourceText(one)} else ${part} end`
}

/** A row as the database answers it. */
export type Row = Omit<Found, 'homePersonId' | 'personId' | 'sourceRecordId'> &
  Readonly<Record<'homePersonId' | 'personId' | 'sourceRecordId', string | null>>

/** What was found, from its row. */
export function foundFrom({ personId, homePersonId, sourceRecordId, ...row }: Row): Found {
  return {
    id: row.id,
    type: row.type,
    logicalId: row.logicalId,
    version: row.version,
    contributorId: row.contributorId,
    dataClass: row.dataClass,
    deleted: row.deleted,
    text: row.text,
    showsWhere: row.showsWhere,
    personId: personId ?? undefined,
    homePersonId: homePersonId ?? undefined,
    sourceRecordId: sourceRecordId ?? undefined,
  }
}
