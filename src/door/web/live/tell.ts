import type { VNode } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { whoIsTiedTo } from '#record/sharing/relationship/ties.ts'
import { drawPiece } from '../draw.tsx'
import type { LiveHub, Told, Watcher } from './hub.ts'

/** What has happened: to whom, at which place of the product it shows, and who has such a page open. */
export interface Happened {
  readonly people: readonly string[]
  readonly place: string
  readonly watchers: readonly Watcher[]
}

/**
 * Tells those watchers who have a tie to one of the people, whose session is open still, and to whom something is open.
 * Each is decided on their own, by the one way to look, and draws in their own language. `draw` answers the rows for
 * each access. Everybody else hears nothing at all.
 */
export async function tellThoseTied(
  tx: Tx,
  live: LiveHub,
  { people, place, watchers }: Happened,
  draw: (accesses: readonly Access[]) => Promise<readonly (readonly VNode[])[]>,
): Promise<Told[]> {
  const isTied = await whoIsTiedTo(tx, people)
  const concerned = watchers.flatMap(watcher =>
    people
      .filter(
        personId => (watcher.view.personId ?? personId) === personId && isTied(watcher.asked.visitor.actor, personId),
      )
      .map(personId => ({ watcher, personId, actor: watcher.asked.visitor.actor })),
  )
  const open = new Set(await live.stillOpen(tx, [...new Set(concerned.map(({ watcher }) => watcher))]))
  const pairs = concerned.filter(({ watcher }) => open.has(watcher))
  return lookAtMany(tx, pairs, { doing: 'tell', place }, async accesses => {
    const rows = await draw(accesses)
    const opened = Map.groupBy(accesses.keys(), at => accesses[at]!.actor)
    return pairs.flatMap(({ watcher, personId, actor }) => {
      const at = opened.get(actor)?.find(one => accesses[one]!.personId === personId)
      return (at === undefined ? [] : rows[at]!).map(row => ({
        watcher,
        row: drawPiece({ ...watcher.asked, now: tx.now }, row),
      }))
    })
  })
}
