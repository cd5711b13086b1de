import assert from 'node:assert/strict'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Actor, SystemActor } from '#record/organisation/actor.ts'
import { findPersonNow } from '#record/person/link/persons.ts'
import type { About } from './about.ts'
import { Access, type Deciding, type Grant, type Grants } from './access.ts'
import type { Rule } from './agreement/compile.ts'
import { classesNamedFor, type NamedClass } from './decision/concerning-rules.ts'
import { type Failure, whyAllowed, whyNot } from './decision/decide.ts'
import type { AppliedWish, Facts } from './decision/facts.ts'
import { type LoadedFacts, loadFacts, type Pair } from './decision/load-facts.ts'
import { purposeOf } from './decision/purpose.ts'
import type { Doing } from './doing.ts'
import { decisionsOf } from './representative/authority.ts'
import type { Through } from './through.ts'
import { type NewTrailEntry, writeTrail } from './trail/write.ts'
import { type Action, DATA_CLASSES, type Purpose } from './vocabulary.ts'

/** What is being done, and at which place in the product (a page's own name). */
export interface Asking {
  readonly doing: Doing
  readonly place: string
  /** The app that asks for the actor, when they do not ask themselves. */
  readonly through?: Through
}

/** The one answer for a record that may not be seen and for one that does not exist. */
export type NotShown = 'record.notShown'

/**
 * Decides whether the actor may see anything of the person, runs `work` with that access, and writes the trail, all in
 * the caller's transaction: if any of it fails, nothing was seen and nothing is written. The person is whoever the id
 * is now: one that was held outside from before two were found to be one opens the same person.
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
 * else's. What is done is in the trail, so that the person can read what machines did; it is kept under the id given, or as
 * is said by whoever has found out already whom it is about. A place alone is where something is written. `also` is what is
 * open to it for reading besides, as `lookAsSystem` has decided.
 */
export async function contribute<Value>(
  tx: Tx,
  sender: SystemActor,
  whom: string | About,
  where: string | Asking,
  work: (access: Access) => Promise<Value>,
  also: readonly Grant[] = [],
): Promise<Value> {
  const own = DATA_CLASSES.map(
    (dataClass): Grant => ({
      contributorId: sender.organisationId,
      contributor: sender.organisationCode,
      dataClass,
      because: { kind: 'contributor' },
    }),
  )
  const about = typeof whom === 'string' ? await aboutNow(tx, whom) : whom
  const access = new Access(sender, about, 'direct-care', { read: [...also, ...own], contribute: own })
  const value = await work(access)
  await writeTrail(tx, [entryOf(typeof where === 'string' ? { doing: 'write', place: where } : where, access)])
  return value
}

async function aboutNow(tx: Tx, personId: string): Promise<About> {
  return { personId: (await findPersonNow(tx, personId)) ?? personId, keptUnder: personId }
}

type Opened =
  | { readonly allowed: true; readonly access: Access }
  | { readonly allowed: false; readonly purpose: Purpose; readonly failed: readonly Failure[] }

async function openAll(tx: Tx, pairs: readonly Pair[]): Promise<Opened[]> {
  const loaded = await loadFacts(tx, pairs)
  return pairs.map((pair, index) => open(pair.actor, loaded.about[index]!, loaded.facts[index]!, loaded))
}

/** Decides every class of every contributor that could be open to this actor, one by one, by the one way to decide. */
function open(actor: Actor, about: About, facts: Facts, { organisationIds }: LoadedFacts): Opened {
  const purpose = purposeOf(actor, facts)
  const possible = possibleFor(actor, facts, organisationIds)
  const grantsTo = (action: Action): Grant[] =>
    possible.flatMap(({ contributor, dataClass }) => {
      const contributorId = organisationIds.get(contributor)
      const because = whyAllowed({ actor, purpose, action, contributor, dataClass }, facts)
      return contributorId === undefined || because === undefined
        ? []
        : [{ contributorId, contributor, dataClass, because }]
    })
  const grants: Grants = { read: grantsTo('read'), contribute: grantsTo('contribute') }
  if (grants.read.length > 0)
    return { allowed: true, access: new Access(actor, about, purpose, grants, decidingOf(facts)) }
  const nearly = nearlyPossible(actor, facts, organisationIds)
  const failures = nearly.map(one => whyNot({ ...one, actor, purpose, action: 'read' }, facts))
  return { allowed: false, purpose, failed: fewest(failures) }
}

/** By which office each decision is made in the person's stead; the office of longest standing, where several could. */
function decidingOf(facts: Facts): Deciding {
  const by = (isJoint: boolean) => {
    const offices = facts.representations.filter(({ actsJointly = false }) => actsJointly === isJoint)
    const decisions = offices.flatMap(({ id, kind }) =>
      decisionsOf({ kind }, facts).map(decision => [decision, id] as const),
    )
    return new Map(decisions.toReversed())
  }
  return { alone: by(false), together: by(true) }
}

function fewest(failures: readonly (readonly Failure[])[]): readonly Failure[] {
  const [first = ['no-clause' as const], ...others] = failures
  return others.reduce((least, next) => (next.length < least.length ? next : least), first)
}

/** What no clause names for their job cannot be open to a worker by one: only a choice or an emergency is about everybody's data. */
function possibleFor(actor: Actor, facts: Facts, organisations: ReadonlyMap<string, string>): readonly NamedClass[] {
  if (actor.kind !== 'worker' || isOfAnyGiver(actor, facts)) return nearlyPossible(actor, facts, organisations)
  return classesNamedFor(facts.agreements, { role: actor.role, organisation: actor.organisationCode })
}

/** With what clauses name for somebody else: a refusal tells what was lacking to the nearest of all. */
function nearlyPossible(actor: Actor, facts: Facts, organisations: ReadonlyMap<string, string>): readonly NamedClass[] {
  const any = isOfAnyGiver(actor, facts)
  const possible = any ? everything(organisations) : facts.agreements.flatMap(({ rules }) => rules.flatMap(named))
  const once = new Map(possible.map(one => [`${one.contributor} ${one.dataClass}`, one]))
  return [...once.values()]
}

/** Whether something other than a clause may open data, which then is anybody's. */
function isOfAnyGiver(actor: Actor, { emergencies, wishes }: Facts): boolean {
  return actor.kind === 'citizen' || emergencies.length > 0 || wishes.some(isAllow)
}

function isAllow({ kind }: AppliedWish): boolean {
  return kind === 'allow'
}

function everything(organisations: ReadonlyMap<string, string>): NamedClass[] {
  return [...organisations.keys()].flatMap(contributor => DATA_CLASSES.map(dataClass => ({ contributor, dataClass })))
}

function named({ givers, classes }: Rule): NamedClass[] {
  return [...givers].flatMap(contributor => [...classes].map(dataClass => ({ contributor, dataClass })))
}

function entryOf(asking: Asking, access: Access): NewTrailEntry {
  const { actor, keptUnder: personId, purpose, released } = access
  return { ...asking, actor, personId, purpose, allowed: true, released, failed: [] }
}
