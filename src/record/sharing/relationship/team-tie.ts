import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { RelationshipKind } from '../vocabulary.ts'
import { endRelationships } from './relationship.ts'

/** A tie that a team has to whoever a source record is about, on the word of one of its organisation's registers. */
export interface TeamTie {
  readonly kind: RelationshipKind
  /** By its code, and of the organisation given: no register speaks for another's team. */
  readonly team: string
  readonly organisationId: string
  readonly source: string
}

/** Sees to it that the tie holds, beginning it where it does not yet. Nothing when there is no such team. */
export async function holdTeamTie(tx: Tx, sourceRecordId: string, tie: TeamTie): Promise<void> {
  await sql`
    insert into relationship (id, source_record_id, team_id, kind, source, started_at)
    select ${tx.newId()}, ${sourceRecordId}::uuid, team.id, ${tie.kind}, ${tie.source}, ${tx.now}::timestamptz
    from team
    where team.code = ${tie.team} and team.organisation_id = ${tie.organisationId}
      and not exists (
        select from relationship as held
        where held.source_record_id = ${sourceRecordId}::uuid and held.team_id = team.id and held.kind = ${tie.kind}
          and not exists (select from relationship_end as ended where ended.relationship_id = held.id))`.execute(tx.db)
}

/** Sees to it that the tie does not hold any more. */
export function endTeamTie(tx: Tx, sourceRecordId: string, { kind, source }: TeamTie): Promise<void> {
  return endRelationships(tx, sourceRecordId, { kind, source })
}
