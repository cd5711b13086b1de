import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** Who or what decided a link, why, and on what evidence. */
export interface LinkReason {
  readonly decidedBy: string
  readonly reason: string
  readonly evidence: object
}

/** Says that a source record is about a person. Nothing is copied: ending the link undoes all of it. */
export async function linkSourceRecord(
  tx: Tx,
  personId: string,
  sourceRecordId: string,
  because: LinkReason,
): Promise<void> {
  await tx.db
    .insertInto('personLink')
    .values({
      id: tx.newId(),
      personId,
      sourceRecordId,
      decidedBy: because.decidedBy,
      reason: because.reason,
      evidence: JSON.stringify(because.evidence),
      startedAt: tx.now,
    })
    .execute()
}

/** Ends the link of a source record, by another row. Refused when none stands. */
export async function unlinkSourceRecord(
  tx: Tx,
  sourceRecordId: string,
  because: { readonly decidedBy: string; readonly reason: string },
): Promise<Outcome<undefined, 'link.none'>> {
  const link = await tx.db
    .selectFrom('personLinkNow')
    .select('personLinkId')
    .where('sourceRecordId', '=', sourceRecordId)
    .executeTakeFirst()
  if (link?.personLinkId == null) return refused('link.none')
  await tx.db
    .insertInto('personLinkEnd')
    .values({ personLinkId: link.personLinkId, ...because, endedAt: tx.now })
    .execute()
  return done(undefined)
}

/** Somebody new to the region: a person with nothing linked yet. */
export async function newPerson(tx: Tx): Promise<string> {
  const id = tx.newId()
  await tx.db.insertInto('person').values({ id, recordedAt: tx.now }).execute()
  return id
}

/** The person a source record is linked to now, if any. */
export async function findPersonOf(tx: Tx, sourceRecordId: string): Promise<string | undefined> {
  const link = await tx.db
    .selectFrom('personLinkNow')
    .select('personId')
    .where('sourceRecordId', '=', sourceRecordId)
    .executeTakeFirst()
  return link?.personId ?? undefined
}
