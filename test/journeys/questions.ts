import assert from 'node:assert/strict'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { actorOf, personId } from '#test/kit.ts'
import { askAboutLook } from '#work/privacy/ask.ts'

/**
 * Dewi Prosser tries three times to see Mair’s record, and she asks why: a question that waits for the council’s privacy
 * officer, and something that stands out.
 */
export async function mairAsksAboutDewi(store: Store): Promise<void> {
  for (let time = 0; time < 3; time++) await looksAtMair(store, 'dewi-prosser', async () => {})
  await looksAtMair(store, 'mair-pritchard', async (tx, access) => {
    const trail = await readTrail(tx, access, { withOwn: false, only: 'refused' })
    assert.ok(trail.ok && trail.value[0])
    const words = 'Pam y ceisiodd Dewi Prosser edrych ar fy nghofnod?'
    const asked = await askAboutLook(tx, access, { entryId: trail.value[0].id, words, language: 'cy', key: 'a form' })
    assert.ok(asked.ok)
  })
}

function looksAtMair(store: Store, account: string, work: (tx: Tx, access: Access) => Promise<void>): Promise<unknown> {
  const asking = { doing: 'look', place: 'record' } as const
  return transaction(store, tx =>
    look(tx, actorOf(account), personId('mair-pritchard'), asking, access => work(tx, access)),
  )
}
