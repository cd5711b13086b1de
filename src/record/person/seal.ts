import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { sealApart } from './link/apart.ts'
import type { Because } from './link/because.ts'
import { linkRecords } from './link/link.ts'
import { personOf } from './link/persons.ts'
import { separate } from './link/unlink.ts'

/** Every record under the identity of before, and every one under that of now. Ids of source records. */
export interface TwoIdentities {
  readonly before: readonly string[]
  readonly now: readonly string[]
}

/**
 * Seals somebody's identity of now from the one before: adoption, gender recognition, protection. What joins records of
 * the two ends, the records of each stay as they are with one another, and no record of the one is ever compared with,
 * suggested for or joined to one of the other. Only a privacy officer may, whose team answers for an organisation that
 * holds one of the records; refused in the same words for everything else. It is written in no trail that anybody
 * reads: who did it stands with the seal. Source: Gender Recognition Act 2004, section 22.
 */
export async function sealIdentities(
  tx: Tx,
  actor: WorkerActor,
  { before, now }: TwoIdentities,
  reason: string,
): Promise<Outcome<undefined, 'seal.notShown'>> {
  if (before.length === 0 || now.length === 0 || before.some(one => now.includes(one))) return refused('seal.notShown')
  if (!(await answersFor(tx, actor, [...before, ...now]))) return refused('seal.notShown')
  const because = { decidedBy: actor.name, accountId: actor.accountId, reason }
  const together = [await groupsOf(tx, before), await groupsOf(tx, now)].flat()
  for (const one of before) await separate(tx, one, because)
  for (const [first, ...others] of together) for (const other of others) await linkRecords(tx, first!, other, because)
  for (const one of before) for (const other of now) await sealPair(tx, one, other, because)
  return done(undefined)
}

/** The records by the person each is about: what is joined by way of the other identity alone is joined anew. */
async function groupsOf(tx: Tx, records: readonly string[]): Promise<string[][]> {
  const people = await Promise.all(records.map(record => personOf(tx, record)))
  return [...Map.groupBy(records, record => people[records.indexOf(record)]).values()]
}

async function sealPair(tx: Tx, one: string, other: string, because: Because): Promise<void> {
  const sealed = await sealApart(tx, one, other, because)
  if (!sealed.ok) throw new Error('what joined the two identities has just ended, and they are one all the same')
}

async function answersFor(tx: Tx, actor: WorkerActor, records: readonly string[]): Promise<boolean> {
  if (actor.role !== 'privacy-officer' || actor.teamId === undefined) return false
  const rows = await tx.db
    .selectFrom('sourceRecord as record')
    .leftJoin('privacyTeam as answering', join =>
      join.onRef('answering.organisationId', '=', 'record.organisationId').on('answering.teamId', '=', actor.teamId!),
    )
    .select(['record.id', 'answering.teamId'])
    .where('record.id', 'in', [...records])
    .execute()
  return rows.length === new Set(records).size && rows.some(({ teamId }) => teamId !== null)
}
