import type { Tx } from '#ground/db/store.ts'
import { silentSenders } from '#work/sender/silence.ts'
import { drawPiece } from '../draw.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { OutOfDate } from './out-of-date.tsx'

/**
 * Tells every open page that shows what systems send from where nothing comes any more, or that all is well again. It is
 * about no person, so that nobody is looked at.
 */
export async function tellFreshness(tx: Tx, live: LiveHub, watchers: readonly Watcher[]): Promise<Told[]> {
  const silences = await silentSenders(tx)
  const open = await live.stillOpen(tx, watchers)
  return open.map(watcher => ({
    watcher,
    row: drawPiece({ ...watcher.asked, now: tx.now }, <OutOfDate silences={silences} />),
  }))
}
