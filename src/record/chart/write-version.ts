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
 * Writes the resource as it stands, its version and what it is searched by, in statements that nobody waits for. A version
 * by `delete` takes it from the record it hung on, frees its business key, and is found by no search.
 */
export function writeVersion(tx: Tx, next: NewVersion): void {
  const { writtenBy, byFhir } = next
  const deleted = byFhir?.method === 'delete'
  const sourceRecordId = next.sourceRecordId ?? null
  const accountId = 'accountId' in writtenBy ? writtenBy.accountId : null
  const senderId = 'senderId' in writtenBy ? writtenBy.senderId : null
  const role = 'role' in writtenBy ? writtenBy.role : null
  tx.send(sql`
    with current as (
      insert into resource (id, type, logical_id, version, source_record_id, deleted_from, deleted, contributor_id,
                            data_class, business_key, content, recorded_at, said_at)
      values (${next.id}, ${next.type}, ${byFhir?.logicalId ?? null}, ${next.version},
              ${deleted ? null : sourceRecordId}, ${deleted ? sourceRecordId : null}, ${deleted}, ${next.contributorId},
              ${next.dataClass}, ${deleted ? `deleted/${next.id}` : next.businessKey}, ${JSON.stringify(next.content)},
              ${tx.now},
              ${next.saidAt ?? null}::timestamptz)
      on conflict (id) do update
        set version = excluded.version, source_record_id = excluded.source_record_id,
            deleted_from = excluded.deleted_from, deleted = excluded.deleted, business_key = excluded.business_key,
            data_class = excluded.data_class, content = excluded.content, recorded_at = excluded.recorded_at,
            said_at = coalesce(excluded.said_at, resource.said_at)
      returning id, source_record_id, deleted_from, version, data_class, content, recorded_at, deleted
    )
    insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, deleted,
                                  written_by, message_id, method, account_id, sender_id, role, app)
    select id, coalesce(source_record_id, deleted_from), version, data_class, content, recorded_at, deleted, ${writtenBy.name}, ${next.messageId ?? null}::uuid,
           ${byFhir?.method ?? null}, ${accountId}::uuid, ${senderId}::uuid, ${role}, ${byFhir?.app ?? null}
    from current`)
  writeIndex(tx, {
    id: next.id,
    type: next.type,
    sourceRecordId: deleted ? undefined : next.sourceRecordId,
    content: deleted ? undefined : next.content,
    before: next.before,
    isNew: next.version === 1,
  })
}
