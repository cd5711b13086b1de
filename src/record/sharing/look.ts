import assert from 'node:assert/strict'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Actor, SystemActor } from '#record/organisation/actor.ts'
import { Access, type Grant } from './access.ts'
import { type Failure, whyAllowed, whyNot } from './decision/decide.ts'
import type { Facts } from './decision/facts.ts'
import { type LoadedFacts, loadFacts, type Pair } from './decision/load-facts.ts'
import { purposeOf } from './decision/purpose.ts'
import type { Doing } from './doing.ts'
import { type NewTrailEntry, writeTrail } from './trail/write.ts'
import { DATA_CLASSES, type DataClass, type Purpose } from './vocabulary.ts'

/** What is being done, and at which place in the product (a page's own name). */
export interface Asking {
  readonly doing: Doing
  readonly place: string
}

/** The one answer for a record that may not be seen and for one that does not exist. */
export type NotShown = 'record.notShown'

/**
 * Decides whether the actor may see anything of the person, runs `work` with that access, and writes the trail, all in
 * the caller's transaction: if any of it fails, nothing was seen and nothing is written.
 * Refused, with a trail entry, when nothing is open; an unknown person is refused in just the same way.
 */
export async function look<Value>(
  tx: Tx,
  actor: Actor,
  personId: string,
  asking: Asking,
  work: (access: Access) => Promise<Value>,
): Promise<Outcome<Value, NotShown>> {
  const [opened] = await openAll(tx, [{ actor, personId }])
  assert(opened, 'one pair is decided once')
  if (!opened.allowed) {
    await writeTrail(tx, [
      { ...asking, actor, personId, purpose: opened.purpose, allowed: false, released: [], failed: opened.failed },
    ])
    return refused('record.notShown')
  }
  const value = await work(opened.access)
  await writeTrail(tx, [entryOf(asking, opened.access)])
  return done(value)
}

/**
 * The same for many people, or many actors, at once: each pair is decided on its own. `work` gets an access for each
 * pair that opens anything; the others are left out as if they were not there. A trail entry for each that released.
 */
export async function lookAtMany<Value>(
  tx: Tx,
  pairs: readonly Pair[],
  asking: Asking,
  work: (accesses: readonly Access[]) => Promise<Value>,
): Promise<Value> {
  const opened = await openAll(tx, pairs)
  const accesses = opened.flatMap(one => (one.allowed ? [one.access] : []))
  const value = await work(accesses)
  const released = accesses.filter(access => access.released.length > 0)
  await writeTrail(
    tx,
    released.map(access => entryOf(asking, access)),
  )
  return value
}

/**
 * Leave for an agency's system to write its own organisation's data about a person. It opens nothing of anybody
 * else's. The writing is in the trail, so that the person can read what machines did.
 */
export async function contribute<Value>(
  tx: Tx,
  sender: SystemActor,
  personId: string,
  place: string,
  work: (access: Access) => Promise<Value>,
): Promise<Value> {
  const grants = DATA_CLASSES.map(
    (dataClass): Grant => ({
      contributorId: sender.organisationId,
      contributor: sender.organisationCode,
      dataClass,
      because: { kind: 'contributor' },
    }),
  )
  const access = new Access(sender, personId, 'direct-care', grants)
  const value = await work(access)
  await writeTrail(tx, [entryOf({ doing: 'write', place }, access)])
  return value
}

type Opened =
  | { readonly allowed: true; readonly access: Access }
  | { readonly allowed: false; readonly purpose: Purpose; readonly failed: readonly Failure[] }

async function openAll(tx: Tx, pairs: readonly Pair[]): Promise<Opened[]> {
  const loaded = await loadFacts(tx, pairs)
  return pairs.map((pair, index) => open(pair, loaded.facts[index]!, loaded))
}

interface Possible {
  readonly contributor: string
  readonly dataClass: DataClass
}

/** Decides every class of every contributor that could be open to this actor, one by one, by the one way to decide. */
function open({ actor, personId }: Pair, facts: Facts, { organisationIds }: LoadedFacts): Opened {
  const purpose = purposeOf(actor, facts)
  const requests = [...possible(actor, facts, organisationIds)].map(one => ({ ...one, actor, purpose }))
  const grants = requests.flatMap(({ contributor, dataClass, ...request }): Grant[] => {
    const contributorId = organisationIds.get(contributor)
    const because = whyAllowed({ ...request, contributor, dataClass }, facts)
    if (contributorId === undefined || because === undefined) return []
    return [{ contributorId, contributor, dataClass, because }]
  })
  if (grants.length > 0) return { allowed: true, access: new Access(actor, personId, purpose, grants) }
  return { allowed: false, purpose, failed: fewest(requests.map(request => whyNot(request, facts))) }
}

function fewest(failures: readonly (readonly Failure[])[]): readonly Failure[] {
  const [first = ['no-clause' as const], ...others] = failures
  return others.reduce((least, next) => (next.length < least.length ? next : least), first)
}

function* possible(actor: Actor, facts: Facts, organisations: ReadonlyMap<string, string>): Generator<Possible> {
  if (actor.kind === 'citizen') {
    for (const contributor of organisations.keys()) {
      for (const dataClass of DATA_CLASSES) yield { contributor, dataClass }
    }
    return
  }
  const seen = new Set<string>()
  for (const { content } of facts.agreements) {
    for (const clause of content.clauses) {
      for (const contributor of clause.givers) {
        for (const dataClass of clause.classes) {
          const key = `${contributor} ${dataClass}`
          if (seen.has(key)) continue
          seen.add(key)
          yield { contributor, dataClass }
        }
      }
    }
  }
}

function entryOf(asking: Asking, access: Access): NewTrailEntry {
  const { actor, personId, purpose, released } = access
  return { ...asking, actor, personId, purpose, allowed: true, released, failed: [] }
}
