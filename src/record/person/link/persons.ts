import type { Tx } from '#ground/db/store.ts'

/** The person a source record is about now. Throws for what is no record. */
export async function personOf(tx: Tx, sourceRecordId: string): Promise<string> {
  const { personId } = await tx.db
    .selectFrom('personLinkNow')
    .select('personId')
    .where('sourceRecordId', '=', sourceRecordId)
    .executeTakeFirstOrThrow()
  return personId!
}

/** The same for an id that may be no record's. */
export async function findPersonOfRecord(tx: Tx, sourceRecordId: string): Promise<string | undefined> {
  const found = await tx.db
    .selectFrom('personLinkNow')
    .select('personId')
    .where('sourceRecordId', '=', sourceRecordId)
    .executeTakeFirst()
  return found?.personId ?? undefined
}

/** The person id that a source record has of its own, whoever it is about now. Throws for what is no record. */
export async function homeOf(tx: Tx, sourceRecordId: string): Promise<string> {
  const { homePersonId } = await tx.db
    .selectFrom('sourceRecord')
    .select('homePersonId')
    .where('id', '=', sourceRecordId)
    .executeTakeFirstOrThrow()
  return homePersonId
}

/** The source records that are about a person now, the first to arrive first. An old id of theirs will do. */
export async function membersOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('personNow as asked')
    .innerJoin('personNow as member', 'member.personId', 'asked.personId')
    .innerJoin('sourceRecord as record', 'record.homePersonId', 'member.id')
    .select('record.id')
    .where('asked.id', '=', personId)
    .orderBy('record.arrival')
    .execute()
  return rows.map(({ id }) => id)
}

/** Which person an id names now: itself, or the one it was joined to. Undefined for an id that was never anybody's. */
export async function findPersonNow(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.db.selectFrom('personNow').select('personId').where('id', '=', id).executeTakeFirst()
  return row?.personId
}
