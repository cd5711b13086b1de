import type { WorkerActor } from '#record/organisation/actor.ts'

/** Whether somebody's work is what is sent: nobody else pauses a destination or opens what did not arrive. */
export function isSendingOfficer(officer: WorkerActor): boolean {
  return officer.role === 'integration-officer'
}

/** Whether somebody may say that an address is right which somebody else registered. Source: reliability.md, abuse case 32. */
export function mayConfirm(officer: WorkerActor): boolean {
  return isSendingOfficer(officer) || officer.role === 'privacy-officer'
}
