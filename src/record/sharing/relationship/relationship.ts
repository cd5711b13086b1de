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
  await tx.db
    .insertInto('relationship')
    .values({ id, ...whose, ...tie.with, kind, source, startedAt: tx.now, endsAt })
    .execute()
  return id
}

/** Ends every standing tie of one kind that rests on a source record: the admission is over, the tenancy has ended. */
export async function endRelationships(
  tx: Tx,
  sourceRecordId: string,
  ended: { readonly kind: RelationshipKind; readonly source: string },
): Promise<void> {
  await tx.db
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
              selectFrom('relationshipEnd').select('relationshipId').whereRef('relationshipId', '=', 'relationship.id'),
            ),
          ),
        ),
    )
    .execute()
}
