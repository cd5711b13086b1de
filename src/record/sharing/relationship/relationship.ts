import { statement } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { RelationshipKind } from '../vocabulary.ts'

/** With whom: one worker or relative, one team, or a whole organisation. Ids. */
export type With = { readonly accountId: string } | { readonly teamId: string } | { readonly organisationId: string }

/** Whose: a person, or whoever a source record is linked to, for as long as it is. */
export type Whose = { readonly personId: string } | { readonly sourceRecordId: string }

/** A tie that begins. The source says how it is known, as a code (`case-system`, `adt`, `person-chose`). */
export interface NewTie {
  readonly kind: RelationshipKind
  readonly with: With
  readonly source: string
  /** When it ends by itself; left out, it holds until it is ended. */
  readonly endsAt?: Date
}

/** Begins a tie, and answers its id. */
export async function beginRelationship(tx: Tx, whose: Whose, tie: NewTie): Promise<string> {
  const id = tx.newId()
  const { kind, source, endsAt = null } = tie
  tx.send(
    tx.db.insertInto('relationship').values({ id, ...whose, ...tie.with, kind, source, startedAt: tx.now, endsAt }),
  )
  return id
}

/**
 * An act that makes of the ties of one kind that rest on a source record just those with the teams that a question
 * answers: what is missing begins, what is over ends, and what goes on is left as it stands. In one statement, which nobody
 * waits for. The question is SQL that answers `team_id`, each once, of the source record `$1`.
 */
export function tiesWith(
  { kind, source }: Pick<NewTie, 'kind' | 'source'>,
  teams: string,
): (tx: Tx, sourceRecordId: string) => void {
  const text = `
    with wanted as materialized (${teams}),
    standing as materialized (
      select tie.id, tie.team_id
      from relationship as tie
      where tie.source_record_id = $1::uuid and tie.kind = $2
        and not exists (select from relationship_end as ended where ended.relationship_id = tie.id)
    ), ended as (
      insert into relationship_end (relationship_id, source, ended_at)
      select id, $3, $4::timestamptz
      from standing
      where not exists (select from wanted where wanted.team_id = standing.team_id)
    )
    insert into relationship (id, source_record_id, team_id, kind, source, started_at)
    select gen_random_uuid(), $1::uuid, team_id, $2, $3, $4::timestamptz
    from wanted
    where not exists (select from standing where standing.team_id = wanted.team_id)`
  return (tx, sourceRecordId) => tx.send(statement(text, [sourceRecordId, kind, source, tx.now]))
}

/** Ends every standing tie of one kind that rests on a source record: the admission is over, the tenancy has ended. */
export async function endRelationships(
  tx: Tx,
  sourceRecordId: string,
  ended: { readonly kind: RelationshipKind; readonly source: string },
): Promise<void> {
  tx.send(
    tx.db
      .insertInto('relationshipEnd')
      .columns(['relationshipId', 'source', 'endedAt'])
      .expression(db =>
        db
          .selectFrom('relationship')
          .select(({ ref, val }) => [
            ref('relationship.id').as('relationshipId'),
            val(ended.source).as('source'),
            val(tx.now).as('endedAt'),
          ])
          .where('relationship.sourceRecordId', '=', sourceRecordId)
          .where('relationship.kind', '=', ended.kind)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('relationshipEnd')
                  .select('relationshipId')
                  .whereRef('relationshipId', '=', 'relationship.id'),
              ),
            ),
          ),
      ),
  )
}
