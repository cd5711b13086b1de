import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { SystemActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import { workersInJob } from '#record/organisation/workers-of-team.ts'
import { Access, type Grant } from './access.ts'
import { type Asking, contribute, lookAtMany } from './look.ts'
import { writeTrail } from './trail/write.ts'
import type { DataClass } from './vocabulary.ts'

/** A partner's system that is told about people, and the job there for which it is told. */
export interface ReceivingSystem {
  readonly actor: SystemActor
  readonly role: Role
}

/** A partner's system that reads, and the job there for which it is let in to read by agreement; none: its own alone. */
export interface ReadingSystem {
  readonly actor: SystemActor
  readonly role: Role | undefined
}

/** One class of one contributor's data that is told. */
export interface Told {
  readonly contributorId: string
  readonly dataClass: DataClass
}

/** How it stands in the trail. */
export const TELLING = { doing: 'tell', place: 'partner-system' } as const

/**
 * What is open of a person to a partner's system now: what a clause opens to at least one of those who hold its job at its
 * organisation, decided for each of them as if they looked. Nothing of a class that the person has refused to anybody of
 * that organisation, nothing while they have paused sharing, even where the law would let a worker see it; and nothing
 * that a worker sees by the person's choice or in an emergency, which are about that worker. Undefined: nothing at all.
 *
 * It is for putting together what may be told, and in no trail: whoever lets any of it out calls `noteTold`.
 */
export async function openToSystem(tx: Tx, system: ReceivingSystem, personId: string): Promise<Access | undefined> {
  return (await openToSystemOfMany(tx, system, [personId]))[0]
}

/** The same of several people at once, of each on their own: those of whom anything is open. */
export async function openToSystemOfMany(
  tx: Tx,
  { actor, role }: ReceivingSystem,
  people: readonly string[],
): Promise<readonly Access[]> {
  if (people.length === 0) return []
  const workers = await workersInJob(tx, actor.organisationId, role)
  const pairs = people.flatMap(personId => workers.map(worker => ({ actor: worker, personId })))
  const all = await lookAtMany(tx, pairs, TELLING, async opened => opened)
  const opened: Access[] = []
  for (const [personId, accesses] of Map.groupBy(all, access => access.personId)) {
    const [first] = accesses
    const refused = await refusedAt(tx, actor.organisationId, personId)
    const read = unique(
      accesses.flatMap(({ grants }) => grants.filter(grant => isByClause(grant) && !refused.has(grant.dataClass))),
    )
    const about = { personId, keptUnder: first!.keptUnder }
    if (read.length > 0) opened.push(new Access(actor, about, first!.purpose, { read, contribute: [] }))
  }
  return opened
}

/**
 * A look of a partner's system at some people: what its own organisation contributed and, where it is let in for a job, what
 * clauses open to that (`openToSystem`), but for an address that is kept back: a copy of it elsewhere is one that nobody here
 * can take back. `isOwn` says of whom it has contributed something. Those of whom nothing is open are left out, as if they were
 * not there; each of the others has it in their trail.
 */
export async function lookAsSystem<Value>(
  tx: Tx,
  { actor, role }: ReadingSystem,
  people: readonly { readonly personId: string; readonly keptUnder: string; readonly isOwn: boolean }[],
  asking: Asking,
  work: (accesses: readonly Access[]) => Promise<Value>,
): Promise<Value> {
  const asked = people.map(({ keptUnder }) => keptUnder)
  const opened = role === undefined ? [] : await readableBySystem(tx, { actor, role }, asked)
  const byAgreement = new Map(opened.map(({ personId, grants }) => [personId, grants]))
  const theirs = people.filter(({ personId, isOwn }) => isOwn || byAgreement.has(personId))
  const go = async (at: number, accesses: readonly Access[]): Promise<Value> => {
    const one = theirs[at]
    if (one === undefined) return work(accesses)
    const also = byAgreement.get(one.personId) ?? []
    return contribute(tx, actor, one, asking, access => go(at + 1, [...accesses, access]), also)
  }
  return go(0, [])
}

/** What such a look would open by agreement of each of some people; in no trail. */
export async function readableBySystem(
  tx: Tx,
  system: ReceivingSystem,
  people: readonly string[],
): Promise<readonly Access[]> {
  const opened = await openToSystemOfMany(tx, system, people)
  return opened.flatMap(({ actor, personId, keptUnder, purpose, grants }) => {
    const read = grants.filter(({ dataClass }) => dataClass !== 'protected-address')
    return read.length === 0 ? [] : [new Access(actor, { personId, keptUnder }, purpose, { read, contribute: [] })]
  })
}

/** Writes in the trail, in the system's name and with the clause that opened each, that it is told this. Throws for what is not open. */
export async function noteTold(tx: Tx, access: Access, told: readonly Told[]): Promise<void> {
  for (const { contributorId, dataClass } of told) access.release(contributorId, dataClass)
  const { actor, keptUnder: personId, purpose, released } = access
  await writeTrail(tx, [{ ...TELLING, actor, personId, purpose, allowed: true, released, failed: [] }])
}

/** A clause against which a wish stood would let a worker see it, and no machine. */
function isByClause({ because }: Grant): boolean {
  return because.kind === 'clause' && because.overrode === undefined
}

/** Of those who may see the same the first stands for all, or which clause is cited would change from day to day. */
function unique(grants: readonly Grant[]): Grant[] {
  const first = new Map<string, Grant>()
  for (const grant of grants) {
    const key = `${grant.contributorId} ${grant.dataClass}`
    if (!first.has(key)) first.set(key, grant)
  }
  return [...first.values()]
}

/** The classes that the person has refused to an organisation, to a team of it, or to anybody who holds a post there. */
export async function refusedAt(tx: Tx, organisationId: string, personId: string): Promise<ReadonlySet<DataClass>> {
  const { rows } = await sql<{ dataClass: DataClass }>`
    select distinct unnest(wish.data_classes) as data_class
    from wish_now as wish
    join person_now as person on person.person_id = wish.person_id
    where person.id = ${personId} and wish.kind = 'refuse'
      and (wish.organisation_id = ${organisationId}
           or exists (select from team where team.id = wish.team_id and team.organisation_id = ${organisationId})
           or exists (
             select from post
             where post.account_id = wish.account_id and post.organisation_id = ${organisationId}
               and post.started_at <= ${tx.now}
               and not exists (
                 select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})))`.execute(
    tx.db,
  )
  return new Set(rows.map(({ dataClass }) => dataClass))
}
