import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { portrait } from './portrait.ts'
import { portraits } from './region/portraits.ts'
import type { seedId } from './seed-id.ts'

/** The photographs that some at work have given of themselves. */
export async function plantPortraits(tx: Tx, idOf: Pick<typeof seedId, 'account'>): Promise<void> {
  const rows = Object.entries(portraits).map(([key, looks]) => ({
    accountId: idOf.account(key),
    id: idFor(`photograph of ${key}`),
    mediaType: 'image/png',
    bytes: portrait(looks),
    givenAt: tx.now,
  }))
  await tx.db.insertInto('workerPhotograph').values(rows).execute()
}
