import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { DropFault } from './drop.ts'
import type { DropKind } from './kind.ts'

/** A file that has come: whose, what it is about, and by which way. */
export interface NewDrop {
  readonly senderId: string
  readonly kind: DropKind
  readonly fileName: string
  readonly way: 'page' | 'folder'
  readonly accountId?: string
  readonly broughtBy: string
}

/** What is announced when a file is to be taken in. */
export const STARTED = 'file'

/** How long a name is kept, characters. */
const NAME_LENGTH_MAX = 200
/** How much of a file is one row of the table. */
const PIECE_BYTES = 256 * 1024

/**
 * Keeps a file as it came, in a transaction that takes its turn. The very same bytes as the last file of its sender and
 * kind that was started are known as a repeat of it. Nothing of it counts yet. Answers its id.
 */
export async function keepDrop(tx: Tx, drop: NewDrop, bytes: readonly Uint8Array[]): Promise<string> {
  const contentHash = hashOf(bytes)
  await holdAlone(tx, `drops ${drop.senderId} ${drop.kind}`)
  const id = tx.newId()
  await tx.db
    .insertInto('fileDrop')
    .values({
      ...drop,
      id,
      fileName: drop.fileName.slice(-NAME_LENGTH_MAX),
      accountId: drop.accountId ?? null,
      byteCount: bytes.reduce((sum, part) => sum + part.length, 0),
      contentHash,
      repeats: await sameAsLast(tx, drop, contentHash),
      receivedAt: tx.now,
    })
    .execute()
  let place = 0
  for (const piece of piecesIn(bytes)) {
    await tx.db.insertInto('fileDropPiece').values({ dropId: id, place, bytes: piece }).execute()
    place++
  }
  return id
}

/**
 * The id under which the very same file, by name and by bytes, has been kept as the last that came through the folder for
 * its sender and kind. Undefined when it has not.
 */
export async function findKeptDrop(tx: Tx, drop: NewDrop, bytes: readonly Uint8Array[]): Promise<string | undefined> {
  const last = await tx.db
    .selectFrom('fileDrop')
    .select(['id', 'fileName', 'contentHash'])
    .where('senderId', '=', drop.senderId)
    .where('kind', '=', drop.kind)
    .where('way', '=', 'folder')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.fileName === drop.fileName && last.contentHash === hashOf(bytes) ? last.id : undefined
}

/** Says that a file is to be taken in, and whether what it no longer tells of ends; and announces it. Once only: saying it again is nothing. */
export async function startDrop(
  tx: Tx,
  dropId: string,
  by: { readonly accountId?: string; readonly name: string; readonly endsGone?: boolean },
): Promise<void> {
  await tx.db
    .insertInto('fileDropStart')
    .values({
      dropId,
      accountId: by.accountId ?? null,
      startedBy: by.name,
      endsGone: by.endsGone ?? false,
      startedAt: tx.now,
    })
    .onConflict(again => again.doNothing())
    .execute()
  await announce(tx, { topic: STARTED, id: dropId })
}

/** Says that a file has been taken in, all of it; or why it could not be read at all. */
export async function endDrop(tx: Tx, dropId: string, fault?: DropFault): Promise<void> {
  await tx.db
    .insertInto('fileDropEnd')
    .values({ dropId, fault: fault === undefined ? null : JSON.stringify(fault), endedAt: tx.now })
    .onConflict(again => again.doNothing())
    .execute()
}

/** SHA-256, in hexadecimal. */
function hashOf(bytes: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of bytes) hash.update(part)
  return hash.digest('hex')
}

/** The drop that the last file of this sender and kind is, or repeats, when it had the same bytes. */
async function sameAsLast(tx: Tx, { senderId, kind }: NewDrop, contentHash: string): Promise<string | null> {
  const { rows } = await sql<{ knownAs: string; contentHash: string }>`
    select coalesce(file_drop.repeats, file_drop.id) as known_as, file_drop.content_hash
    from file_drop
    join file_drop_start as start on start.drop_id = file_drop.id
    where file_drop.sender_id = ${senderId} and file_drop.kind = ${kind}
    order by file_drop.sequence desc
    limit 1`.execute(tx.db)
  return rows[0]?.contentHash === contentHash ? rows[0].knownAs : null
}

function* piecesIn(bytes: readonly Uint8Array[]): Generator<Buffer> {
  let waiting: Uint8Array[] = []
  let length = 0
  for (const part of bytes) {
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + PIECE_BYTES - length)
      waiting.push(taken)
      length += taken.length
      at += taken.length
      if (length < PIECE_BYTES) continue
      yield Buffer.concat(waiting)
      waiting = []
      length = 0
    }
  }
  if (length > 0) yield Buffer.concat(waiting)
}
