import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { RelationshipKind } from '../vocabulary.ts'

/** Ends the ties of one kind that one worker has with whoever these source records are about. */
export async function endOwnTies(
  tx: Tx,
  accountId: string,
  sourceRecordIds: readonly string[],
  ended: { readonly kind: RelationshipKind; readonly source: string },
): Promise<void> {
  await sql`
    insert into relationship_end (relationship_id, source, ended_at)
    select tie.id, ${ended.source}, ${tx.now}::timestamptz
    from relationship as tie
    where tie.account_id = ${accountId} and tie.kind = ${ended.kind}
      and tie.source_record_id = any(${sourceRecordIds}::uuid[])
      and not exists (select from relationship_end as over where over.relationship_id = tie.id)`.execute(tx.db)
}
