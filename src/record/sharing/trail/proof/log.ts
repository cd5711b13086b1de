import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Nodes } from './tree.ts'

/** A leaf of the log as it is put in and as anybody may read it. */
export interface Leaf {
  readonly commitment: Buffer
  readonly hash: Buffer
}

/** The stored hashes of the log, as one transaction sees them. */
export function nodesOf(tx: Tx): Nodes {
  return {
    async read(level, from, count) {
      const { rows } =
        level === 0
          ? await sql<{ hash: Buffer }>`
              select hash from trail_leaf where number >= ${from} and number < ${from + count} order by number`.execute(
              tx.db,
            )
          : await sql<{ hash: Buffer }>`
              select hash from trail_tile
              where level = ${level} and number >= ${from} and number < ${from + count} order by number`.execute(tx.db)
      return rows.map(({ hash }) => hash)
    },
  }
}

/** Leaves in their order, from one number up to, not including, another. */
export async function readLeaves(tx: Tx, from: number, to: number): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`
    select commitment, hash from trail_leaf where number >= ${from} and number < ${to} order by number`.execute(tx.db)
  return rows
}
