import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { writeIndex } from '#record/index/write-index.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { KeptClass } from './class-of.ts'

/** By which interaction of the FHIR door a version is written. */
export type Method = 'create' | 'update' | 'patch' | 'delete'

/** One version of a resource, as it is to stand from now on. */
export interface NewVersion {
  readonly id: string
  readonly type: string
  readonly version: number
  /** The source record of the person it is about; undefined for what is about no one person. */
  readonly sourceRecordId: string | undefined
  readonly contributorId: string
  readonly dataClass: KeptClass
  readonly businessKey: string
  readonly content: { readonly resourceType: string }
  /** What stood there about the same record, where the writer has read it. */
  readonly before?: { readonly resourceType: string } | undefined
  readonly writtenBy: Actor
  /** When its contributor said so; undefined where nobody says. */
  readonly saidAt?: Date | undefined
  readonly messageId?: string | undefined
  readonly byFhir?: WrittenByFhir
}

/** What is kept besides of a version that came by the FHIR door. */
export interface WrittenByFhir {
  readonly method: Method
  /** The app through which it was written. */
  readonly app: string | undefined
  /** The id that its contributor chose for it; undefined where it is ours. */
  readonly logicalId: string | undefined
}

/**
 * Writes resources as they stand, their versions and what they are searched by, in two statements that nobody waits for: each
 * resource once. A version by `delete` takes it from the record it hung on, frees its business key, and is found by no search.
 */
export function writeVersions(tx: Tx, all: readonly NewVersion[]): void {
  if (all.length === 0) return
  tx.send(sql`
    with next as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(all.map(rowOf))}::jsonb)
        as next (id uuid, type text, logical_id text, version integer, record_id uuid, deleted boolean, contributor_id uuid,
                 data_class text, business_key text, content jsonb, said_at timestamptz, written_by text, message_id uuid,
                 method text, account_id uuid, sender_id uuid, role text, app text)
    ), current as (
      insert into resource (id, type, logical_id, version, source_record_id, deleted_from, deleted, contributor_id,
                            data_class, business_key, content, recorded_at, said_at)
      select id, type, logical_id, version, case when not deleted then record_id end, case when deleted then record_id end,
             deleted, contributor_id, data_class, business_key, content, ${tx.now}, said_at
      from next
      on conflict (id) do update
        set version = excluded.version, source_record_id = excluded.source_record_id,
            deleted_from = excluded.deleted_from, deleted = excluded.deleted, business_key = excluded.business_key,
            data_class = excluded.data_class, content = excluded.content, recorded_at = excluded.recorded_at,
            said_at = coalesce(excluded.said_at, resource.said_at)
    )
    insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, deleted,
                                  written_by, message_id, method, account_id, sender_id, role, app)
    select id, record_id, version, data_class, content, ${tx.now}, deleted, written_by, message_id, method, account_id,
           sender_id, role, app
    from next`)
  writeIndex(
    tx,
    all.map(({ id, type, sourceRecordId, content, before, version, byFhir }) => {
      const isDeleted = byFhir?.method === 'delete'
      const as = isDeleted ? undefined : content
      return {
        id,
        type,
        sourceRecordId: isDeleted ? undefined : sourceRecordId,
        content: as,
        before,
        isNew: version === 1,
      }
    }),
  )
}

/** As the columns of both tables are named. */
function rowOf({ writtenBy, byFhir, ...next }: NewVersion): object {
  const deleted = byFhir?.method === 'delete'
  return {
    id: next.id,
    type: next.type,
    logical_id: byFhir?.logicalId,
    version: next.version,
    record_id: next.sourceRecordId,
    deleted,
    contributor_id: next.contributorId,
    data_class: next.dataClass,
    business_key: deleted ? `deleted/${next.id}` : next.businessKey,
    content: next.content,
    said_at: next.saidAt,
    written_by: writtenBy.name,
    message_id: next.messageId,
    method: byFhir?.method,
    account_id: 'accountId' in writtenBy ? writtenBy.accountId : undefined,
    sender_id: 'senderId' in writtenBy ? writtenBy.senderId : undefined,
    role: 'role' in writtenBy ? writtenBy.role : undefined,
    app: byFhir?.app,
  }
}
