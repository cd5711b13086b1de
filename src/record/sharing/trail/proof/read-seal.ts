import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Head, newestHead } from './head.ts'
import { HEAD_SECONDS_MAX } from './seal.ts'
import { readWitnesses, type Witness } from './witness.ts'

/** What the seal of the trail is now, for anybody: nothing in it is about a person. */
export interface Seal {
  readonly head: Head
  /** Whether it is older than the sealer ever lets it become: something keeps it from its work. */
  readonly isLate: boolean
  /** How many entries have been written since. */
  readonly waiting: number
  readonly witnesses: readonly Witness[]
}

/** The newest seal, and who has signed it; undefined before the first. */
export async function readSeal(tx: Tx): Promise<Seal | undefined> {
  const head = await newestHead(tx)
  if (head === undefined) return undefined
  const { rows } = await sql<{ waiting: number }>`select count(*) as waiting from trail_unsealed`.execute(tx.db)
  const age = (tx.now.getTime() - head.signedAt.getTime()) / 1000
  return {
    head,
    isLate: age > HEAD_SECONDS_MAX + LATE_SECONDS,
    waiting: rows[0]?.waiting ?? 0,
    witnesses: await readWitnesses(tx),
  }
}

/** What a sealing may take, and the clocks of two machines differ. */
const LATE_SECONDS = 120
