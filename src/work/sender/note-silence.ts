import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { type Silence, silentSenders } from './silence.ts'

/** The announcement's topic: some system has fallen silent, or is heard again. Its id is the sender's. */
export const FRESHNESS_CHANGED = 'freshness'

/**
 * Writes down which systems have fallen silent since the last time and which are heard again, and announces each, so
 * that pages which are open say so. Whoever reads a page meanwhile needs no row of these: see `silentSenders`.
 */
export async function noteSilence(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'noting which systems are silent')
    const silent = await silentSenders(tx)
    const noted = await openSilences(tx)
    for (const one of silent) if (!noted.has(one.senderId)) await begin(tx, one)
    for (const [senderId, id] of noted) {
      if (!silent.some(one => one.senderId === senderId)) await end(tx, { id, senderId })
    }
  })
}

/** The silence that is noted of each sender and has not ended, by the sender's id. */
async function openSilences(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('senderSilence as silence')
    .leftJoin('senderSilenceEnd as ended', 'ended.senderSilenceId', 'silence.id')
    .select(['silence.id', 'silence.senderId'])
    .where('ended.senderSilenceId', 'is', null)
    .execute()
  return new Map(rows.map(({ id, senderId }) => [senderId, id]))
}

async function begin(tx: Tx, { senderId, heardAt, dueAt }: Silence): Promise<void> {
  // Nothing is drawn by chance: what goes on beside the doors leaves no trace in what they give out.
  const id = idFor(`silence ${senderId} ${tx.now.toISOString()}`)
  await tx.db
    .insertInto('senderSilence')
    .values({ id, senderId, heardAt: heardAt ?? null, dueAt, noticedAt: tx.now })
    .execute()
  await announce(tx, { topic: FRESHNESS_CHANGED, id: senderId })
}

async function end(tx: Tx, { id, senderId }: { readonly id: string; readonly senderId: string }): Promise<void> {
  await tx.db.insertInto('senderSilenceEnd').values({ senderSilenceId: id, endedAt: tx.now }).execute()
  await announce(tx, { topic: FRESHNESS_CHANGED, id: senderId })
}
