import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { isOwnAndNotRefused, noteAnswered } from '#record/sharing/answer-to-system.ts'
import { noteTold, openToSystem } from '#record/sharing/to-system.ts'
import type { OutgoingAbout } from './outgoing.ts'
import { receiverOf } from './receiver.ts'

/** Something that is about to leave, for the so-manieth time. */
interface Leaving {
  readonly destinationId: string
  readonly number: number
  readonly about: OutgoingAbout | null
}

/**
 * Whether something may leave now. What tells of nobody may. What tells of somebody may while all that it tells is open to
 * its destination, and it still names whom it means: records may have been told apart since it was queued. The first time
 * that it leaves is written in the trail; the same bytes again tell nothing more.
 */
export async function mayLeave(tx: Tx, { destinationId, number, about }: Leaving): Promise<boolean> {
  if (about === null) return true
  const receiver = await receiverOf(tx, destinationId)
  if (receiver === undefined || !(await isSamePerson(tx, about))) return false
  if (about.isAnswer) {
    const isOpen = await isOwnAndNotRefused(tx, receiver.actor, about)
    if (isOpen && number === 1) await noteAnswered(tx, receiver.actor, about)
    return isOpen
  }
  const access = await openToSystem(tx, receiver, about.personId)
  const isOpen = about.released.every(one => access?.covers(one.contributorId, one.dataClass) === true)
  if (access === undefined || !isOpen) return false
  if (number === 1) await noteTold(tx, access, about.released)
  return true
}

async function isSamePerson(tx: Tx, { personId, sourceRecordId }: OutgoingAbout): Promise<boolean> {
  const { rows } = await sql`
    select from person_now as asked
    join person_link_now as link on link.person_id = asked.person_id
    where asked.id = ${personId} and link.source_record_id = ${sourceRecordId}`.execute(tx.db)
  return rows.length > 0
}
