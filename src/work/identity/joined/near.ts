import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'

/** Whether the holder is the person, or lawfully acts for them: whoever may say of a record that it is not theirs. */
export function isPersonOrActsForThem({ grants }: Access): boolean {
  return grants.some(
    ({ dataClass, because: { kind } }) => dataClass === 'demographics' && (kind === 'own' || kind === 'representative'),
  )
}

/** The records officer who holds an access, by the tie that a task gave them. Undefined for everybody else. */
export function officerWith({ actor }: Access): WorkerActor | undefined {
  return actor.kind === 'worker' && actor.role === 'records-officer' ? actor : undefined
}
