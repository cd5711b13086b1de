import type { Tx } from '#ground/db/store.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import { workersOfAccount, workersOfTeam } from '#record/organisation/workers-of-team.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { type TieOfPerson, tiesOfPerson } from '#record/sharing/relationship/ties-of-person.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { findCoordinator } from './coordinator.ts'
import { REVIEW_CLASS } from './review.ts'

/** The ties of those who could answer for a review, the likeliest first. A ward's ends with the stay. */
const LIKELIEST = ['caseload', 'care-package', 'practice-list', 'referral', 'advocacy', 'tenancy'] as const

/**
 * The workers who could answer for a review of this plan: they have a tie to the person and may write in the plan. The
 * likeliest first: the named co-ordinator, then whoever has the person on their caseload. Nothing is shown to them, so
 * that it is in no trail.
 */
export async function whoMayBeResponsible(tx: Tx, access: Access): Promise<WorkerActor[]> {
  const ties = (await tiesOfPerson(tx, access.personId)).toSorted((one, other) => likeliness(one) - likeliness(other))
  const workers = new Map<string, WorkerActor>()
  for (const tie of ties) for (const worker of await workersOf(tx, tie)) workers.set(seatOf(worker), worker)
  const pairs = [...workers.values()].map(actor => ({ actor, personId: access.personId }))
  const able = await lookAtMany(tx, pairs, { doing: 'list', place: 'reviews' }, async accesses =>
    accesses.filter(theirs => planOf(theirs) !== undefined && mayWriteOf(theirs)).map(({ actor }) => actor),
  )
  const coordinator = await findCoordinator(tx, access)
  return able.filter(isWorker).toSorted((one, other) => rank(one, coordinator) - rank(other, coordinator))
}

/** Whose words the plan is, where this access opens it: the organisation that stands for people themselves. */
export function planOf({ grants }: Access): string | undefined {
  return grants.find(grant => grant.contributor === THE_PERSON && grant.dataClass === REVIEW_CLASS)?.contributorId
}

/** Whether the holder may write of the plan as a whole. */
export function mayWriteOf(access: Access): boolean {
  const contributorId = planOf(access)
  return contributorId !== undefined && access.mayContribute(contributorId, REVIEW_CLASS)
}

function likeliness({ kind }: TieOfPerson): number {
  const at = (LIKELIEST as readonly string[]).indexOf(kind)
  return at === -1 ? LIKELIEST.length : at
}

async function workersOf(tx: Tx, { kind, accountId, teamId }: TieOfPerson): Promise<WorkerActor[]> {
  if (!(LIKELIEST as readonly string[]).includes(kind)) return []
  if (accountId !== undefined) return workersOfAccount(tx, accountId)
  return teamId === undefined ? [] : workersOfTeam(tx, teamId)
}

function seatOf({ accountId, organisationId, teamId }: WorkerActor): string {
  return `${accountId} ${organisationId} ${teamId ?? ''}`
}

function isWorker(actor: Actor): actor is WorkerActor {
  return actor.kind === 'worker'
}

function rank({ accountId }: WorkerActor, coordinator: string | undefined): number {
  return accountId === coordinator ? 0 : 1
}
