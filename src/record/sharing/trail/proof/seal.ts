import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import { hashOfLinked, NOTHING_BEFORE, sha256 } from './hashes.ts'
import { type Head, hashOfHead, headText, newestHead } from './head.ts'
import { type Leaf, nodesOf, readLeaves } from './log.ts'
import { fold, type Nodes, rootOver, TILE_HEIGHT } from './tree.ts'

/** How many entries one head seals at most, and how many that wait are sealed without waiting longer. */
export const SEALED_MAX = 1000
/** How long an entry waits at most while the sealer runs, seconds. */
export const SEAL_SECONDS = 60
/** How old the newest head becomes at most when nothing has happened, so that witnesses see the sealer alive, seconds. */
export const HEAD_SECONDS_MAX = 600

/** Seals all that waits, if there is enough of it or for long enough. Answers how many heads were signed. */
export async function sealWhenDue(store: Store, key: SigningKey): Promise<number> {
  for (let signed = 0; ; signed++) {
    if (!(await transaction(store, isDue))) return signed
    await seal(store, key)
  }
}

/** Seals up to SEALED_MAX of what waits, in a transaction of its own, and signs a head over the whole log. */
export function seal(store: Store, key: SigningKey): Promise<Head> {
  return transactionInTurn(store, async tx => {
    await holdAlone(tx, 'sealing the trail')
    const before = await newestHead(tx)
    if (before !== undefined && before.keyId !== key.id) throw new Error(`the trail is sealed by ${before.keyId}`)
    const from = before?.size ?? 0
    const size = from + (await putIn(tx, from))
    await putTiles(tx, from, size)
    return signHead(tx, key, before, size)
  })
}

/** Whether the newest head was signed with another key than this one, so that no witness would believe the next. */
export async function isSealedByAnother(tx: Tx, key: SigningKey): Promise<boolean> {
  const head = await newestHead(tx)
  return head !== undefined && head.keyId !== key.id
}

async function isDue(tx: Tx): Promise<boolean> {
  const head = await newestHead(tx)
  if (head === undefined) return true
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from (select from trail_unsealed limit ${SEALED_MAX}) as queue`.execute(tx.db)
  const waiting = rows[0]?.waiting ?? 0
  const age = (tx.now.getTime() - head.signedAt.getTime()) / 1000
  return waiting >= SEALED_MAX || age >= (waiting > 0 ? SEAL_SECONDS : HEAD_SECONDS_MAX)
}

/**
 * Takes what waits out of the queue, in its order, and puts it in as leaves. An entry is in the queue from when it was
 * committed, so one that was begun early and committed late only comes later; none is passed over.
 */
async function putIn(tx: Tx, from: number): Promise<number> {
  const { rows } = await sql<{ id: string; commitment: Buffer }>`
    with taken as (
      delete from trail_unsealed
      where id in (select id from trail_unsealed order by place limit ${SEALED_MAX})
      returning id, place, commitment
    )
    select id, commitment from taken order by place`.execute(tx.db)
  let [before = NOTHING_BEFORE] = (await readLeaves(tx, from - 1, from)).map(({ hash }: Leaf) => hash)
  const leaves = rows.map(({ id, commitment }, at) => {
    before = hashOfLinked(commitment, before)
    return { number: from + at, id, commitment: commitment.toString('hex'), hash: before.toString('hex') }
  })
  await sql`
    insert into trail_leaf (number, id, commitment, hash)
    select leaf.number, leaf.id, decode(leaf.commitment, 'hex'), decode(leaf.hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as leaf (number bigint, id uuid, commitment text, hash text)`.execute(
    tx.db,
  )
  return leaves.length
}

/** Keeps the hash of every run of 256 that has become whole, level by level. */
async function putTiles(tx: Tx, from: number, to: number): Promise<void> {
  const nodes = nodesOf(tx)
  for (let level = 1; to >= width(level); level++) {
    for (let number = Math.floor(from / width(level)); number < Math.floor(to / width(level)); number++) {
      const hash = await tile(nodes, level, number)
      await sql`insert into trail_tile (level, number, hash) values (${level}, ${number}, ${hash})`.execute(tx.db)
    }
  }
}

function width(level: number): number {
  return 2 ** (level * TILE_HEIGHT)
}

async function tile(nodes: Nodes, level: number, number: number): Promise<Buffer> {
  const count = 2 ** TILE_HEIGHT
  return fold(await nodes.read(level - 1, number * count, count))
}

async function signHead(tx: Tx, key: SigningKey, before: Head | undefined, size: number): Promise<Head> {
  const root = size === 0 ? sha256('') : await rootOver(nodesOf(tx), 0, size)
  const number = before === undefined ? 0 : before.number + 1
  const unsigned = { number, size, root, signedAt: tx.now, previous: hashOfHead(before), keyId: key.id }
  const head = { ...unsigned, signature: key.sign(headText(unsigned)) }
  await sql`
    insert into trail_head (number, size, root, signed_at, previous, key_id, signature)
    values (${number}, ${size}, ${root}, ${head.signedAt}, ${head.previous}, ${key.id}, ${head.signature})`.execute(
    tx.db,
  )
  return head
}
