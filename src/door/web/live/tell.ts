import type { VNode } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { whoIsTiedTo } from '#record/sharing/ties.ts'
import { drawPiece } from '../draw.tsx'
import type { LiveHub, Told, Watcher } from './hub.ts'

/** What has happened: to whom, at which place of the product it shows, and who has such a page open. */
export interface Happened {
  readonly personId: string
  readonly place: string
  readonly watchers: readonly Watcher[]
}

/**
 * Tells those watchers who have a tie to the person, whose session is open still, and to whom something is open. Each
 * is decided on their own, by the one way to look, and draws in their own language. `draw` answers a row for each
 * access, or undefined where there is nothing for it. Everybody else hears nothing at all.
 */
export async function tellThoseTied(
  tx: Tx,
  live: LiveHub,
  { personId, place, watchers }: Happened,
  draw: (accesses: readonly Access[]) => Promise<readonly (VNode | undefined)[]>,
): Promise<Told[]> {
  const isTied = await whoIsTiedTo(tx, personId)
  const concerned = watchers.filter(
    ({ view, asked }) => (view.personId ?? personId) === personId && isTied(asked.visitor.actor),
  )
  const open = await live.stillOpen(tx, concerned)
  const pairs = open.map(({ asked }) => ({ actor: asked.visitor.actor, personId }))
  return lookAtMany(tx, pairs, { doing: 'tell', place }, async accesses => {
    const rows = await draw(accesses)
    return open.flatMap(watcher => {
      const row = rows[accesses.findIndex(({ actor }) => actor === watcher.asked.visitor.actor)]
      return row === undefined ? [] : [{ watcher, row: drawPiece({ ...watcher.asked, now: tx.now }, row) }]
    })
  })
}
