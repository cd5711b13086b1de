import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'

/**
 * Tells every process to close the pages that this session has open live. They load again, and are then answered as
 * whoever the session is now, or sent to sign in.
 */
export async function closeLivePages(tx: Tx, sessionId: string): Promise<void> {
  await announce(tx, { topic: 'session-ended', id: sessionId })
}
