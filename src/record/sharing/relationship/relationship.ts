import { sql } from '#ground/db/sql.ts'
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

/** A tie with a team that has not ended. */
export interface TeamTie {
  readonly id: string
  readonly teamId: string | null
}

/** The ties of one kind that rest on a source record and have not ended. */
export async function tiesOfRecord(tx: Tx, sourceRecordId: string, kind: RelationshipKind): Promise<TeamTie[]> {
  const { rows } = await sql<TeamTie>`
    select tie.id, tie.team_id
    from relationship as tie
    left join relationship_end as ended on ended.relationship_id = tie.id
    where tie.source_record_id = ${sourceRecordId} and tie.kind = ${kind} and ended.relationship_id is null`.execute(
    tx.db,
  )
  return rows
}

/**
 * Of the ties of one kind that rest on a source record makes just those with these teams: what is missing begins, what is
 * over ends, and what goes on is left as it stands.
 */
export async function keepRelationships(
  tx: Tx,
  sourceRecordId: string,
  { kind, source }: Pick<NewTie, 'kind' | 'source'>,
  { standing, teamIds }: { readonly standing: readonly TeamTie[]; readonly teamIds: readonly string[] },
): Promise<void> {
  const over = standing.filter(({ teamId }) => teamId === null || !teamIds.includes(teamId))
  if (over.length > 0) {
    const ends = over.map(({ id }) => ({ relationshipId: id, source, endedAt: tx.now }))
    tx.send(tx.db.insertInto('relationshipEnd').values(ends))
  }
  const missing = teamIds.filter(id => !standing.some(({ teamId }) => teamId === id))
  for (const teamId of missing) await beginRelationship(tx, { sourceRecordId }, { kind, with: { teamId }, source })
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
