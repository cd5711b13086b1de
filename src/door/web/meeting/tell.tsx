import type { JSX } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import { decisionsOf } from '#work/meeting/decide-at.ts'
import { findCase, findMeeting } from '#work/meeting/read-meeting.ts'
import { EntryCard } from '../conversation/entry-card.tsx'
import { drawPiece } from '../draw.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { tellThoseTied } from '../live/tell.ts'
import { Attendees } from './attendees.tsx'

/** Sends what was decided about somebody to every screen of the meeting whose reader may see it; others hear nothing. */
export async function tellDecisions(
  tx: Tx,
  live: LiveHub,
  caseIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const caseId of caseIds) {
    const about = await findCase(tx, caseId)
    if (about === undefined) continue
    const { personId, meetingId } = about
    const around = await attending(tx, watchers, meetingId)
    const happened = { people: [personId], place: 'meeting', watchers: around }
    const rows = await tellThoseTied(tx, live, happened, async accesses => {
      const names = await bannersOf(tx, accesses)
      const drawn: JSX.Element[][] = []
      for (const [at, access] of accesses.entries()) {
        const decisions = await decisionsOf(tx, access, caseId)
        const person = names[at]?.name ?? ''
        drawn.push(
          decisions.map(entry => (
            <EntryCard key={entry.id} entry={entry} person={person} list={`decisions-${caseId}`} />
          )),
        )
      }
      return drawn
    })
    told.push(...rows)
  }
  return told
}

/** Sends who is there to every screen of the meeting. It is about nobody's record. */
export async function tellAttendance(
  tx: Tx,
  live: LiveHub,
  meetingIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const meetingId of meetingIds) {
    const around = await live.stillOpen(tx, await attending(tx, watchers, meetingId))
    for (const watcher of around) {
      const { actor } = watcher.asked.visitor
      const meeting = actor.kind === 'worker' ? await findMeeting(tx, actor, meetingId) : undefined
      if (meeting === undefined) continue
      told.push({ watcher, row: drawPiece({ ...watcher.asked, now: tx.now }, <Attendees meeting={meeting} />) })
    }
  }
  return told
}

/** Those of the watchers who have this meeting open and were asked to it. */
async function attending(tx: Tx, watchers: readonly Watcher[], meetingId: string): Promise<Watcher[]> {
  const around: Watcher[] = []
  for (const watcher of watchers) {
    const { actor } = watcher.asked.visitor
    if (watcher.view.meetingId !== meetingId || actor.kind !== 'worker') continue
    if ((await findMeeting(tx, actor, meetingId)) !== undefined) around.push(watcher)
  }
  return around
}
