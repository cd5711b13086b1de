import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import { refusedAt, TELLING, type Told } from './to-system.ts'
import { writeTrail } from './trail/write.ts'

/** Whom an answer is about, and what it tells. */
interface Answered {
  readonly personId: string
  readonly released: readonly Told[]
}

/**
 * Whether a system may be answered what its own organisation has asked: all that is told is that organisation's own data, and
 * the person has refused none of it to anybody there.
 */
export async function isOwnAndNotRefused(
  tx: Tx,
  { organisationId }: SystemActor,
  { personId, released }: Answered,
): Promise<boolean> {
  const refused = await refusedAt(tx, organisationId, personId)
  return released.every(one => one.contributorId === organisationId && !refused.has(one.dataClass))
}

/** Writes in the trail that a system is answered with its own organisation's data. */
export async function noteAnswered(tx: Tx, actor: SystemActor, { personId, released }: Answered): Promise<void> {
  const own = released.map(({ dataClass }) => ({
    contributor: actor.organisationCode,
    dataClass,
    because: { kind: 'contributor' } as const,
  }))
  await writeTrail(tx, [
    { ...TELLING, actor, personId, purpose: 'direct-care', allowed: true, released: own, failed: [] },
  ])
}
