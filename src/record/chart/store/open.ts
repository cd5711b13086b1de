import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Asking, look, lookAtMany } from '#record/sharing/look.ts'
import { lookAsSystem } from '#record/sharing/to-system.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { type Caller, organisationOf, organisationOpenTo } from './caller.ts'
import { placesInScope } from './in-scope.ts'
import type { Place } from './place.ts'

/** What is open to a caller of some things that go by a name. */
export interface Opening {
  /** The access to whoever a thing is about; undefined where nothing of them is open, and for what is about no one person. */
  accessTo(place: Place): Access | undefined
  /** Whether a thing may be read. */
  isOpen(place: Place): boolean
  /** The one that a name means: of those that are open the caller's own first, then the first. */
  find(places: readonly Place[]): Place | undefined
  /** Whether anybody was decided about: a refusal is in the trail then. */
  readonly isAboutSomebody: boolean
}

/**
 * Decides about everybody whom these things are about, and does `work` with what is open of them. What is closed, what is
 * more than the caller's app may read at most, and what does not exist are the same to `work`: it finds none of them. What was
 * let through, or refused, is in the trail. Whoever writes asks themselves what their app may write.
 */
export async function opening<Value>(
  tx: Tx,
  caller: Caller,
  doing: Asking['doing'],
  places: readonly Place[],
  work: (open: Opening) => Promise<Value>,
): Promise<Value> {
  const own = organisationOf(caller)
  const left = doing === 'write' ? places : await placesInScope(tx, caller, doing === 'search' ? 's' : 'r', places)
  const { actor, onlyAbout } = caller
  const role = await jobFor(caller, doing, left)
  const ofAll = actor.kind !== 'system' || role !== undefined
  const theirs = ofAll ? left : left.filter(({ contributorId }) => contributorId === own)
  const possible = onlyAbout === undefined ? theirs : theirs.filter(({ personId }) => personId === onlyAbout)
  const people = new Map(
    possible.flatMap(({ personId, homePersonId }) => (personId && homePersonId ? [[personId, homePersonId]] : [])),
  )
  const opened = (accesses: readonly Access[]) => {
    const isAboutSomebody = actor.kind === 'system' ? accesses.length > 0 : people.size > 0
    return work(openingOf(accesses, caller, { isAboutSomebody, left: left === places ? undefined : left }))
  }
  const asking = askingOf(caller, doing)
  if (actor.kind !== 'system') return accessing(tx, actor, asking, [...people.values()], opened)
  const ownPeople = new Set(left.flatMap(place => (place.contributorId === own ? [place.personId] : [])))
  const asked = [...people].map(([personId, keptUnder]) => ({ personId, keptUnder, isOwn: ownPeople.has(personId) }))
  return lookAsSystem(tx, { actor, role }, asked, asking, opened)
}

/** The job by which a system reads what it asks for: not what is all its own, and never where it writes. */
async function jobFor(caller: Caller, doing: Asking['doing'], places: readonly Place[]): Promise<Role | undefined> {
  const own = organisationOf(caller)
  const isOthers = places.some(({ contributorId, personId }) => personId !== undefined && contributorId !== own)
  return doing === 'export' || (doing !== 'write' && isOthers) ? caller.job?.() : undefined
}

/** Writes in the trail that a caller asked for something that is not open to them, about nobody where there is nothing. */
export async function noteNotShown(
  tx: Tx,
  caller: Caller,
  doing: Asking['doing'],
  places: readonly Place[],
): Promise<void> {
  // Nothing was decided about somebody for whom the app was not opened.
  const [asked] = caller.onlyAbout === undefined ? places : []
  await look(tx, caller.actor, asked?.homePersonId ?? tx.newId(), askingOf(caller, doing), async () => {})
}

function askingOf({ through }: Caller, doing: Asking['doing']): Asking {
  return { doing, place: 'fhir', through }
}

async function accessing<Value>(
  tx: Tx,
  actor: Actor,
  asking: Asking,
  people: readonly string[],
  work: (accesses: readonly Access[]) => Promise<Value>,
): Promise<Value> {
  const [first, ...others] = people
  if (first === undefined) return work([])
  if (others.length > 0) {
    const pairs = people.map(personId => ({ actor, personId }))
    return lookAtMany(tx, pairs, asking, work)
  }
  const looked = await look(tx, actor, first, asking, access => work([access]))
  return looked.ok ? looked.value : work([])
}

interface Decided {
  readonly isAboutSomebody: boolean
  /** What the app may read at most; undefined where that is all. */
  readonly left: readonly Place[] | undefined
}

function openingOf(accesses: readonly Access[], caller: Caller, { isAboutSomebody, left }: Decided): Opening {
  const [own, opened] = [organisationOf(caller), organisationOpenTo(caller)]
  const accessTo = (place: Place) => accesses.find(({ personId }) => personId === place.personId)
  const isLeft = left && new Set(left.map(({ id }) => id))
  const isOpen = (place: Place) =>
    isLeft?.has(place.id) !== false &&
    (place.personId === undefined
      ? isOpenToOrganisation(place, opened)
      : accessTo(place)?.covers(place.contributorId, place.dataClass as DataClass) === true)
  return {
    isAboutSomebody,
    accessTo,
    isOpen,
    find(places) {
      const open = places.filter(isOpen)
      return open.find(({ contributorId }) => contributorId === own) ?? open[0]
    },
  }
}

/** What says nothing about anybody is open to all; what is about no one person, to its own organisation. */
function isOpenToOrganisation({ personId, dataClass, contributorId }: Place, own: string | undefined): boolean {
  if (personId !== undefined) return false
  return dataClass === 'directory' || (dataClass === 'organisation' && contributorId === own)
}
