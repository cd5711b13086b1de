import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { NOTHING_BEFORE, sha256 } from './hashes.ts'

/** What the log was at one moment, as it was signed. */
export interface Head {
  readonly number: number
  /** How many leaves. */
  readonly size: number
  readonly root: Buffer
  readonly signedAt: Date
  /** SHA-256 of the text of the head before; zeros for the first. */
  readonly previous: Buffer
  readonly keyId: string
  readonly signature: Buffer
}

/** The text of a head that is signed: one fact a line, and nothing to be read in two ways. */
export function headText({ number, size, root, signedAt, previous, keyId }: Omit<Head, 'signature'>): string {
  return [
    'cydofal trail 1',
    `key ${keyId}`,
    `number ${number}`,
    `size ${size}`,
    `root ${root.toString('base64')}`,
    `previous ${previous.toString('base64')}`,
    `signed ${signedAt.toISOString()}`,
    '',
  ].join('\n')
}

/** The text that a witness signs: that of the head, and when it saw that the head goes on from the one before. */
export function witnessText(head: Omit<Head, 'signature'>, seenAt: Date): string {
  return `cydofal witness 1\nseen ${seenAt.toISOString()}\n${headText(head)}`
}

/** What the next head names as the one before it. */
export function hashOfHead(head: Head | undefined): Buffer {
  return head === undefined ? NOTHING_BEFORE : sha256(headText(head))
}

/** Some heads in their order, from a number on. */
export async function headsFrom(tx: Tx, number: number, most: number): Promise<Head[]> {
  const { rows } = await sql<Head>`
    select number, size, root, signed_at, previous, key_id, signature from trail_head
    where number >= ${number} order by number limit ${most}`.execute(tx.db)
  return rows
}

/** The newest head; undefined before the first sealing. */
export async function newestHead(tx: Tx): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select number, size, root, signed_at, previous, key_id, signature from trail_head
    order by number desc limit 1`.execute(tx.db)
  return rows[0]
}
