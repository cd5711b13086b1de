import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { hashOfLinked, NOTHING_BEFORE } from '#record/sharing/trail/proof/hashes.ts'
import { type Head, hashOfHead, headsFrom, headText } from '#record/sharing/trail/proof/head.ts'
import { Peaks } from '#record/sharing/trail/proof/peaks.ts'
import { TILE_HEIGHT } from '#record/sharing/trail/proof/tree.ts'

/**
 * What a superuser can do who holds the server's own key, once something was changed: make every commitment, leaf, tile
 * and head anew so that all of it fits again, and sign it as it was signed. Nothing inside the database can tell.
 */
export async function rewrite(key: SigningKey, tx: Tx): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(tx.db)
  await commitAnew(tx)
  const roots = await linkAnew(tx)
  await signAnew(tx, key, roots)
}

/** What is sealed and what waits. */
async function commitAnew(tx: Tx): Promise<void> {
  for (const table of [sql`trail_leaf`, sql`trail_unsealed`]) {
    await sql`
      update ${table} as bound set commitment = hmac_sha256(secret.secret, convert_to(sealed_text(to_jsonb(entry)), 'UTF8'))
      from trail_entry as entry, trail_secret as secret where entry.id = bound.id and secret.id = bound.id`.execute(
      tx.db,
    )
  }
}

/** Answers the root at each size. */
async function linkAnew(tx: Tx): Promise<Buffer[]> {
  const { rows } = await sql<{ number: number; commitment: Buffer }>`
    select number, commitment from trail_leaf order by number`.execute(tx.db)
  const peaks = new Peaks()
  const roots = [peaks.root()]
  const tiles: [level: number, number: number, hash: Buffer][] = []
  let before = NOTHING_BEFORE
  for (const { number, commitment } of rows) {
    before = hashOfLinked(commitment, before)
    await sql`update trail_leaf set hash = ${before} where number = ${number}`.execute(tx.db)
    peaks.add(before, (height, at, hash) => {
      if (height % TILE_HEIGHT === 0) tiles.push([height / TILE_HEIGHT, at, hash])
    })
    roots.push(peaks.root())
  }
  await sql`delete from trail_tile`.execute(tx.db)
  for (const [level, number, hash] of tiles) {
    await sql`insert into trail_tile (level, number, hash) values (${level}, ${number}, ${hash})`.execute(tx.db)
  }
  return roots
}

async function signAnew(tx: Tx, key: SigningKey, roots: readonly Buffer[]): Promise<void> {
  const heads = (await headsFrom(tx, 0, 1000)).filter(({ size }) => size < roots.length)
  await sql`delete from trail_head`.execute(tx.db)
  // What witnesses signed cannot be signed for them, so it is better gone.
  await sql`delete from trail_cosignature`.execute(tx.db)
  let before: Head | undefined
  for (const { number, size, signedAt } of heads) {
    const unsigned = { number, size, root: roots[size]!, signedAt, previous: hashOfHead(before), keyId: key.id }
    before = { ...unsigned, signature: key.sign(headText(unsigned)) }
    await sql`
      insert into trail_head (number, size, root, signed_at, previous, key_id, signature)
      values (${number}, ${size}, ${before.root}, ${signedAt}, ${before.previous}, ${key.id}, ${before.signature})`.execute(
      tx.db,
    )
  }
}
