import { type RawBuilder, sql } from 'kysely'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Drop, DropFault } from './drop.ts'

interface DropRow extends Omit<Drop, 'startedAt' | 'endedAt' | 'fault'> {
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly fault: DropFault | null
}

/** How many files of the folder are told of at once: far more than come in a day. */
const FOLDER_DROPS_MAX = 500

/** One file, whosever it is; undefined when there is none. */
export async function findDrop(tx: Tx, dropId: string): Promise<Drop | undefined> {
  const [drop] = await dropsWhere(tx, sql`file_drop.id = ${dropId}`, 1)
  return drop
}

/** The files of an organisation, the newest first. */
export function dropsOf(tx: Tx, organisationId: string, countMax: number): Promise<Drop[]> {
  return dropsWhere(tx, sql`sender.organisation_id = ${organisationId}`, countMax)
}

/** The files that came through the folder and have been taken in, or could not be read, since a moment. */
export function folderDropsEndedSince(tx: Tx, since: Date): Promise<Drop[]> {
  return dropsWhere(tx, sql`file_drop.way = 'folder' and ended.ended_at >= ${since}`, FOLDER_DROPS_MAX)
}

/** The files that are to be taken in and are not done with yet, the oldest first. */
export async function dropsToTake(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ dropId: string }>`
    select start.drop_id
    from file_drop_start as start
    join file_drop on file_drop.id = start.drop_id
    where not exists (select from file_drop_end as ended where ended.drop_id = start.drop_id)
    order by file_drop.sequence`.execute(tx.db)
  return rows.map(({ dropId }) => dropId)
}

/** The bytes of a file as they came, a piece at a time, each asked for when the last has been used. */
export async function* bytesOf(store: Store, dropId: string): AsyncGenerator<Buffer> {
  for (let place = 0; ; place++) {
    const { rows } = await transaction(store, tx =>
      sql<{ bytes: Buffer }>`
        select bytes from file_drop_piece where drop_id = ${dropId} and place = ${place}`.execute(tx.db),
    )
    if (rows[0] === undefined) return
    yield rows[0].bytes
  }
}

async function dropsWhere(tx: Tx, where: RawBuilder<unknown>, countMax: number): Promise<Drop[]> {
  const { rows } = await sql<DropRow>`
    select file_drop.id, file_drop.kind, file_drop.file_name, file_drop.byte_count, file_drop.way, file_drop.brought_by,
           file_drop.received_at, coalesce(first.id, file_drop.id) as known_as,
           coalesce(first.received_at, file_drop.received_at) as said_at, sender.id as sender_id,
           sender.organisation_id, sender.application,
           sender.facility, start.started_at,
           coalesce(start.ends_gone, false) as ends_gone, ended.ended_at, ended.fault
    from file_drop
    join sender on sender.id = file_drop.sender_id
    left join file_drop as first on first.id = file_drop.repeats
    left join file_drop_start as start on start.drop_id = file_drop.id
    left join file_drop_end as ended on ended.drop_id = file_drop.id
    where ${where}
    order by file_drop.sequence desc
    limit ${countMax}`.execute(tx.db)
  return rows.map(({ startedAt, endedAt, fault, ...row }) => ({
    ...row,
    startedAt: startedAt ?? undefined,
    endedAt: endedAt ?? undefined,
    fault: fault ?? undefined,
  }))
}
