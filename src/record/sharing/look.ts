import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Actor, SystemActor } from '#record/organisation/actor.ts'
import { Access, type Grant } from './access.ts'
import { decide, type Failure } from './decide.ts'
import type { Facts } from './facts.ts'
import { type LoadedFacts, loadFacts, type Pair } from './load-facts.ts'
import { type NewTrailEntry, writeTrail } from './trail.ts'
import { DATA_CLASSES, type Purpose } from './vocabulary.ts'

/** What is being done with a record: opened, shown in a list, told about at once, or changed. */
export type Doing = 'look' | 'list' | 'tell' | 'write'

/** Somebody asking to look, at which place in the product (a page's own name), and what for. */
export interface Asking {
  readonly actor: Actor
  readonly purpose: Purpose
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
  asking: Asking,
  personId: string,
  work: (access: Access) => Promise<Value>,
): Promise<Outcome<Value, NotShown>> {
  const [opened] = await openAll(tx, asking, [{ actor: asking.actor, personId }])
  if (opened === undefined || !opened.allowed) {
    await writeTrail(tx, [refusal(asking, personId, opened?.failed ?? [])])
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
  asking: Omit<Asking, 'actor' | 'purpose'> & { readonly purposeOf: (actor: Actor) => Purpose },
  pairs: readonly Pair[],
  work: (accesses: readonly Access[]) => Promise<Value>,
): Promise<Value> {
  const opened = await openAll(tx, asking, pairs)
  const accesses = opened.flatMap(one => (one.allowed ? [one.access] : []))
  const value = await work(accesses)
  const released = accesses.filter(access => access.released.length > 0)
  await writeTrail(tx, released.map(access => entryOf({ ...asking, actor: access.actor, purpose: access.purpose }, access)))
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
  await writeTrail(tx, [entryOf({ actor: sender, purpose: 'direct-care', doing: 'write', place }, access)])
  return value
}

type Opened = { readonly allowed: true; readonly access: Access } | { readonly allowed: false; readonly failed: readonly Failure[] }

async function openAll(
  tx: Tx,
  asking: { readonly purpose: Purpose } | { readonly purposeOf: (actor: Actor) => Purpose },
  pairs: readonly Pair[],
): Promise<Opened[]> {
  const loaded = await loadFacts(tx, pairs)
  return pairs.map((pair, index) => {
    const facts = loaded.facts[index]!
    const purpose = 'purpose' in asking ? asking.purpose : asking.purposeOf(pair.actor)
    return open(pair, purpose, facts, loaded)
  })
}

/** Decides every class of every contributor that could be open to this actor, one by one, by the one way to decide. */
function open(pair: Pair, purpose: Purpose, facts: Facts, { organisationIds }: LoadedFacts): Opened {
  const grants: Grant[] = []
  let nearest: readonly Failure[] = ['no-clause']
  let fewest = Number.POSITIVE_INFINITY
  for (const { contributor, dataClass } of possible(pair.actor, facts, organisationIds)) {
    const contributorId = organisationIds.get(contributor)
    if (contributorId === undefined) continue
    const decision = decide({ actor: pair.actor, purpose, contributor, dataClass }, facts)
    if (decision.allowed) {
      grants.push({ contributorId, contributor, dataClass, because: decision.because })
    } else if (decision.failed.length < fewest) {
      nearest = decision.failed
      fewest = decision.failed.length
    }
  }
  if (grants.length === 0) return { allowed: false, failed: nearest }
  return { allowed: true, access: new Access(pair.actor, pair.personId, purpose, grants) }
}

function* possible(actor: Actor, facts: Facts, organisations: ReadonlyMap<string, string>) {
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
  return { ...asking, personId: access.personId, allowed: true, released: access.released, failed: [] }
}

function refusal(asking: Asking, personId: string, failed: readonly Failure[]): NewTrailEntry {
  return { ...asking, personId, allowed: false, released: [], failed }
}

