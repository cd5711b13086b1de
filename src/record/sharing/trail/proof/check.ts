import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { hasSigned } from '#ground/signing-key.ts'
import { commitmentTo, hashOfLinked, NOTHING_BEFORE } from './hashes.ts'
import { type Head, hashOfHead, headsFrom, headText, witnessText } from './head.ts'
import { Peaks } from './peaks.ts'
import { TILE_HEIGHT } from './tree.ts'

/** What is wrong with the trail, by a code (words in `language/{en,cy}/trailFault.ts`), and where: a number or an id. */
export interface TrailFault {
  readonly code: TrailFaultCode
  readonly where: string
}

export type TrailFaultCode =
  | 'gap'
  | 'entry-missing'
  | 'entry-changed'
  | 'entry-unbound'
  | 'erased-and-there'
  | 'link-broken'
  | 'tile-wrong'
  | 'head-wrong'
  | 'head-unsigned'
  | 'witness-unsigned'

/** How many rows are read at a time. */
const PAGE_ROWS = 5000

/**
 * Holds every row of the trail against its commitment, every leaf against the one before, every stored hash and every
 * head against the leaves, and every signature against its key. It finds whatever was changed after it was sealed by
 * anybody who does not hold the sealer's key; against whoever does there are the witnesses.
 */
export async function checkTrail(tx: Tx, publicKey: Buffer): Promise<TrailFault[]> {
  // The text of a row is made in the time zone in which it was bound.
  await sql`set local timezone = 'UTC'`.execute(tx.db)
  const faults: TrailFault[] = []
  await checkMoments(tx, faults)
  const heads = await checkHeads(tx, publicKey, faults)
  await checkLeaves(tx, heads, faults)
  await checkWaiting(tx, faults)
  await checkCosignatures(tx, heads.length, faults)
  return faults
}

type Found = TrailFault[]

/** Moments are signed to the millisecond and read so; PostgreSQL keeps a thousandth of that, where nothing may hide. */
async function checkMoments(tx: Tx, faults: Found): Promise<void> {
  const { rows } = await sql<{ where: string; code: TrailFaultCode }>`
    select number::text as where, 'head-unsigned' as code from trail_head
    where signed_at <> date_trunc('milliseconds', signed_at)
    union all
    select concat(head_number, ' ', witness_id), 'witness-unsigned' from trail_cosignature
    where seen_at <> date_trunc('milliseconds', seen_at)`.execute(tx.db)
  faults.push(...rows)
}

async function checkHeads(tx: Tx, publicKey: Buffer, faults: Found): Promise<Pick<Head, 'size' | 'root'>[]> {
  const heads: Pick<Head, 'size' | 'root'>[] = []
  let before: Head | undefined
  for (let at = 0; ; ) {
    const page = await headsFrom(tx, at, PAGE_ROWS)
    for (const head of page) {
      const where = String(head.number)
      if (head.number !== heads.length || !head.previous.equals(hashOfHead(before)))
        faults.push({ code: 'head-wrong', where })
      if (!hasSigned(publicKey, headText(head), head.signature)) faults.push({ code: 'head-unsigned', where })
      heads.push({ size: head.size, root: head.root })
      before = head
    }
    if (page.length < PAGE_ROWS) return heads
    at = page.at(-1)!.number + 1
  }
}

interface SealedRow {
  readonly number: number
  readonly id: string
  readonly commitment: Buffer
  readonly hash: Buffer
  readonly secret: Buffer | null
  /** The text of the row it commits to; null when there is none. */
  readonly text: string | null
  readonly erased: boolean
}

async function checkLeaves(tx: Tx, heads: readonly Pick<Head, 'size' | 'root'>[], faults: Found): Promise<void> {
  const tiles = await readTiles(tx, faults)
  const peaks = new Peaks()
  let before = NOTHING_BEFORE
  let head = 0
  const sealed = () => {
    for (; head < heads.length && heads[head]!.size <= peaks.size; head++) {
      const fits = heads[head]!.size === peaks.size && heads[head]!.root.equals(peaks.root())
      if (!fits) faults.push({ code: 'head-wrong', where: String(head) })
    }
  }
  sealed()
  for (let page = await readSealed(tx, 0); page.length > 0; page = await readSealed(tx, page.at(-1)!.number + 1)) {
    for (const row of page) {
      const where = String(row.number)
      if (row.number !== peaks.size) faults.push({ code: 'gap', where })
      checkRow(row, where, faults)
      if (!row.hash.equals(hashOfLinked(row.commitment, before))) faults.push({ code: 'link-broken', where })
      before = row.hash
      peaks.add(row.hash, (height, number, hash) => {
        if (height % TILE_HEIGHT !== 0) return
        const name = `${height / TILE_HEIGHT} ${number}`
        if (!tiles.get(name)?.equals(hash)) faults.push({ code: 'tile-wrong', where: name })
        tiles.delete(name)
      })
      sealed()
    }
  }
  for (const name of tiles.keys()) faults.push({ code: 'tile-wrong', where: name })
  // A head over leaves that are not there, or leaves that no head has sealed.
  if (head < heads.length || peaks.size !== (heads.at(-1)?.size ?? 0))
    faults.push({ code: 'gap', where: String(peaks.size) })
}

function checkRow(
  row: Pick<SealedRow, 'commitment' | 'secret' | 'text' | 'erased'>,
  where: string,
  faults: Found,
): void {
  const { commitment, secret, text, erased } = row
  if (erased && (text !== null || secret !== null)) faults.push({ code: 'erased-and-there', where })
  if (erased) return
  if (text === null || secret === null) faults.push({ code: 'entry-missing', where })
  else if (!commitmentTo(text, secret).equals(commitment)) faults.push({ code: 'entry-changed', where })
}

/** What is joined to a commitment's id: the secret, the row in the words that were bound, and whether it was erased. */
const BOUND = sql`
  left join trail_secret as secret on secret.id = bound.id
  left join trail_entry as entry on entry.id = bound.id
  left join trail_erasure as erasure on erasure.id = bound.id
  left join trail_witness as witness on witness.id = bound.id
  left join trail_erasure as erased on erased.erased_id = bound.id`
const BOUND_COLUMNS = sql`
  bound.id, bound.commitment, secret.secret, erased.id is not null as erased,
  sealed_text(coalesce(case when entry.id is not null then to_jsonb(entry) end,
                       case when erasure.id is not null then to_jsonb(erasure) end,
                       case when witness.id is not null then to_jsonb(witness) end)) as text`

async function readSealed(tx: Tx, from: number): Promise<SealedRow[]> {
  const { rows } = await sql<SealedRow>`
    select bound.number, bound.hash, ${BOUND_COLUMNS}
    from trail_leaf as bound ${BOUND}
    where bound.number >= ${from} order by bound.number limit ${PAGE_ROWS}`.execute(tx.db)
  return rows
}

async function readTiles(tx: Tx, faults: Found): Promise<Map<string, Buffer>> {
  const { rows } = await sql<{ name: string; hash: Buffer }>`
    select concat(level, ' ', number) as name, hash from trail_tile`.execute(tx.db)
  faults.push(...twice(rows.map(({ name }) => name)).map((where): TrailFault => ({ code: 'tile-wrong', where })))
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

/** What stands there more than once where it may stand once. No rule of the database is relied on to keep it out. */
function twice(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.filter(name => seen.size === seen.add(name).size)
}

/** What waits to be sealed, and what is in the trail and neither waits nor is sealed. */
async function checkWaiting(tx: Tx, faults: Found): Promise<void> {
  const { rows } = await sql<Omit<SealedRow, 'number' | 'hash'>>`
    select ${BOUND_COLUMNS} from trail_unsealed as bound ${BOUND} order by bound.place`.execute(tx.db)
  for (const row of rows) checkRow(row, row.id, faults)
  for (const where of twice(rows.map(({ id }) => id))) faults.push({ code: 'entry-unbound', where })
  const unbound = await sql<{ id: string }>`
    select bound.id
    from (select id from trail_entry union all select id from trail_erasure union all select id from trail_witness
          union all select id from trail_secret) as bound
    where not exists (select from trail_leaf as leaf where leaf.id = bound.id)
      and not exists (select from trail_unsealed as waiting where waiting.id = bound.id)`.execute(tx.db)
  for (const { id } of unbound.rows) faults.push({ code: 'entry-unbound', where: id })
}

/** Some heads at a time: what a witness signed twice, it signed under one head. */
async function checkCosignatures(tx: Tx, heads: number, faults: Found): Promise<void> {
  const { rows: orphans } = await sql<{ where: string }>`
    select concat(head_number, ' ', witness_id) as where from trail_cosignature
    where head_number < 0 or head_number >= ${heads}`.execute(tx.db)
  faults.push(...orphans.map(({ where }): TrailFault => ({ code: 'witness-unsigned', where })))
  for (let from = 0; from < heads; from += PAGE_ROWS) {
    const page = await readCosigned(tx, from)
    for (const { witnessId, witnessKey, cosignature, seenAt, ...head } of page) {
      const holds =
        witnessKey !== null && head.root !== null && hasSigned(witnessKey, witnessText(head, seenAt), cosignature)
      if (!holds) faults.push({ code: 'witness-unsigned', where: `${head.number} ${witnessId}` })
    }
    const seen = page.map(({ number, witnessId }) => `${number} ${witnessId}`)
    for (const where of twice(seen)) faults.push({ code: 'witness-unsigned', where })
  }
}

interface Cosigned extends Head {
  readonly witnessId: string
  readonly witnessKey: Buffer | null
  readonly cosignature: Buffer
  readonly seenAt: Date
}

async function readCosigned(tx: Tx, from: number): Promise<Cosigned[]> {
  const { rows } = await sql<Cosigned>`
    select seen.head_number as number, head.size, head.root, head.signed_at, head.previous, head.key_id, head.signature,
           seen.witness_id, witness.public_key as witness_key, seen.signature as cosignature, seen.seen_at
    from trail_cosignature as seen
    left join trail_head as head on head.number = seen.head_number
    left join trail_witness as witness on witness.id = seen.witness_id
    where seen.head_number >= ${from} and seen.head_number < ${from + PAGE_ROWS}`.execute(tx.db)
  return rows
}
