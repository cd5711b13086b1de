import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '../access.ts'
import { announceSharing } from '../wish/wish.ts'
import { ACTING_CLASS, notingAs } from './acting-office.ts'
import type { CapacityDecision } from './office.ts'

/** Those whose work it is to find whether somebody can make a decision. */
export const FINDING_ROLES: readonly Role[] = [
  'social-worker',
  'general-practitioner',
  'district-nurse',
  'occupational-therapist',
  'ward-nurse',
]
/** The longest account of what a finding rests on, characters. */
export const EVIDENCE_LENGTH_MAX = 2000

/** Whether somebody could make one decision on one day. */
export interface NewFinding {
  readonly decision: CapacityDecision
  readonly hasCapacity: boolean
  readonly evidence: string
  /** The day by which it is looked at again; a year on at most. ISO 8601. */
  readonly reviewOn: string
}

export type FindingProblem =
  | 'capacity.notYours'
  | 'capacity.notYourJob'
  | 'capacity.evidenceMissing'
  | 'capacity.evidenceTooLong'
  | 'capacity.reviewOn'

/**
 * Records a finding of capacity for one decision: Mental Capacity Act 2005, sections 2 and 3. It counts from now until
 * its review day, or until another for the same decision; what rests on it is decided anew at once.
 */
export async function recordFinding(
  tx: Tx,
  access: Access,
  finding: NewFinding,
): Promise<Outcome<string, FindingProblem>> {
  const { actor, personId, keptUnder } = access
  const contributorId = notingAs(access)
  if (contributorId === undefined || actor.kind !== 'worker') return refused('capacity.notYours')
  if (!FINDING_ROLES.includes(actor.role)) return refused('capacity.notYourJob')
  const evidence = finding.evidence.trim()
  if (evidence === '') return refused('capacity.evidenceMissing')
  if (evidence.length > EVIDENCE_LENGTH_MAX) return refused('capacity.evidenceTooLong')
  const today = dayOf(tx.now)
  if (finding.reviewOn <= today || finding.reviewOn > aYearAfter(today)) return refused('capacity.reviewOn')
  const id = tx.newId()
  await tx.db
    .insertInto('capacityFinding')
    .values({
      ...finding,
      id,
      personId: keptUnder,
      evidence,
      foundBy: actor.accountId,
      foundByName: actor.name,
      foundAt: tx.now,
    })
    .execute()
  access.contribute(contributorId, ACTING_CLASS)
  await announceSharing(tx, personId)
  return done(id)
}

/** The same day of the next year. After 29 February, the days compare as if there were one again. */
function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
}
