import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { versionNamed } from '../provenance/told.ts'
import { type Method, type NewVersion, writeVersions } from '../write-version.ts'
import { type Caller, organisationOf } from './caller.ts'
import { classifyDrafts, type Draft, draftOf, meaning, placeDrafts } from './draft.ts'
import { holdName, holdPlace } from './hold.ts'
import { isInScope, placesInScope } from './in-scope.ts'
import { type Opening, opening } from './open.ts'
import { namedBy, type Place, placesOf } from './place.ts'
import type { Resource, ToWrite, WriteProblem, Written } from './to-write.ts'

/**
 * Writes resources together, each as its next version or its first: as the caller's own, in the class that it has by what
 * it says and refers to. What they refer to counts as far as it is open to the caller, or is written with them. `base` is
 * how our own address begins: a reference may have it. All of them or none. Use in `transactionInTurn`.
 */
export async function writeChart(
  tx: Tx,
  caller: Caller,
  all: readonly ToWrite[],
  base: string,
): Promise<Outcome<readonly Written[], WriteProblem>> {
  if (all.some(({ named }) => named && versionNamed(named))) return refused('chart.onlyTold')
  const drafts = all.map(asked => {
    const id = asked.named?.id ?? asked.newId ?? tx.newId()
    return draftOf(
      asked.named === undefined ? { ...asked, newId: id } : asked,
      `${asked.resource.resourceType}/${id}`,
      base,
    )
  })
  for (const { named } of all) if (named !== undefined) await holdName(tx, named)
  const made = new Set(drafts.flatMap(({ asked, name }) => (asked.named === undefined ? [name] : [])))
  const names = [...new Set(drafts.flatMap(({ name, references }) => [name, ...references.values()]))]
  const asked = names.filter(name => !made.has(name))
  const places = await placesOf(
    tx,
    asked.flatMap(name => namedBy(name, base) ?? []),
  )
  const held = new Map(asked.map((name, index) => [name, places[index] ?? []]))
  // What the app may not change is to it as if it were not there.
  for (const { asked, name } of drafts)
    if (asked.named !== undefined) held.set(name, [...(await placesInScope(tx, caller, 'u', held.get(name) ?? []))])
  return opening(tx, caller, 'write', peopleOf(drafts, held), open => writeAll(tx, caller, { open, held, drafts }))
}

/** What has to be decided: what is written over, and what says whom something is about. */
function peopleOf(drafts: readonly Draft[], held: ReadonlyMap<string, readonly Place[]>): Place[] {
  return drafts.flatMap(({ name, asked, references, says, isPlaced }) => {
    const over = asked.named === undefined ? [] : [name]
    const patients = says.patients.flatMap(reference => references.get(reference) ?? [])
    const others = isPlaced || says.isUnsure ? [] : patients.length > 0 ? patients : [...references.values()]
    return [...over, ...others].flatMap(one => held.get(one) ?? [])
  })
}

interface Together {
  readonly open: Opening
  readonly held: ReadonlyMap<string, readonly Place[]>
  readonly drafts: readonly Draft[]
}

async function writeAll(
  tx: Tx,
  caller: Caller,
  { open, held, drafts }: Together,
): Promise<Outcome<readonly Written[], WriteProblem>> {
  const meant = meaning(open, held, drafts)
  const overOf = ({ asked, name }: Draft) => (asked.named === undefined ? undefined : open.find(held.get(name) ?? []))
  const placed = placeDrafts(drafts, meant)
  if (!placed.ok) return placed
  const classified = classifyDrafts(drafts, { meant, overOf })
  if (!classified.ok) return classified
  const ready: Ready[] = []
  for (const draft of drafts) {
    const one = await readyToWrite(tx, caller, draft, {
      over: overOf(draft),
      access: draft.about && open.accessTo(draft.about),
    })
    if (!one.ok) return one
    ready.push(one.value)
  }
  const made = ready.map(one => nextOf(tx, caller, one))
  writeVersions(
    tx,
    made.map(({ next }) => next),
  )
  return done(made.map(({ written }) => written))
}

interface Ready {
  readonly draft: Draft
  readonly over: Place | undefined
  readonly contributorId: string
  readonly access: Access | undefined
  readonly businessKey: string | undefined
}

/** Whether a draft may be written: whose it is, what stands there now, and what the caller may add. */
async function readyToWrite(
  tx: Tx,
  caller: Caller,
  draft: Draft,
  { over, access }: Pick<Ready, 'over' | 'access'>,
): Promise<Outcome<Ready, WriteProblem>> {
  const { asked, about, dataClass } = draft
  if (!isInScope(caller, asked.method === 'create' ? 'c' : 'u', asked.resource)) return refused('chart.beyondScope')
  if (caller.onlyAbout !== undefined && about === undefined) return refused('chart.mayNotAdd')
  const own = organisationOf(caller)
  const contributorId = own ?? (access && contributorOfThePerson(access))
  if (contributorId === undefined) return refused('chart.noOrganisation')
  if (over !== undefined && over.contributorId !== contributorId) return refused('chart.notYours')
  if (over !== undefined && over.personId !== about?.personId) return refused('chart.anotherPerson')
  if (over === undefined && asked.named !== undefined && own === undefined) return refused('chart.notFound')
  if (over === undefined && asked.ifMatch !== undefined) return refused('chart.hasChanged')
  const heldKey = over && (await holdPlace(tx, over))
  if (over !== undefined) {
    if (asked.ifNoneMatch === true && !over.deleted) return refused('chart.hasChanged')
    if (!isMatch(asked.ifMatch, over.version)) return refused('chart.hasChanged')
  }
  if (access?.mayContribute(contributorId, dataClass as DataClass) === false) return refused('chart.mayNotAdd')
  const businessKey = over?.deleted ? undefined : heldKey
  return done({ draft, over, contributorId, access, businessKey })
}

interface Made {
  readonly next: NewVersion
  /** As it is answered. */
  readonly written: Written
}

function nextOf(tx: Tx, caller: Caller, { draft, over, contributorId, access, businessKey }: Ready): Made {
  const { resource, named, newId, method } = draft.asked
  access?.contribute(contributorId, draft.dataClass as DataClass)
  const id = over?.id ?? newId ?? tx.newId()
  const logicalId = named?.id ?? over?.logicalId ?? id
  const version = (over?.version ?? 0) + 1
  const now = { ...resource, id: logicalId }
  const next: NewVersion = {
    id,
    version,
    contributorId,
    type: resource.resourceType,
    sourceRecordId: over?.sourceRecordId ?? draft.about?.sourceRecordId,
    dataClass: draft.dataClass,
    businessKey: businessKey ?? `chart/${id}`,
    content: withoutVersion(now),
    writtenBy: caller.actor,
    byFhir: { method, app: caller.through.app, logicalId: logicalId === id ? undefined : logicalId },
  }
  const created = over === undefined || over.deleted
  return { next, written: writtenAs(now, { version, at: tx.now, method, created }) }
}

/** What was written as it is answered. */
export function writtenAs(
  now: Resource & { readonly id: string },
  { version, at, method, created }: { version: number; at: Date; method: Method; created: boolean },
): Written {
  const meta = { ...now.meta, versionId: String(version), lastUpdated: at.toISOString() }
  const text = JSON.stringify({ ...now, meta })
  return { type: now.resourceType, logicalId: now.id, text, versionId: meta.versionId, recordedAt: at, method, created }
}

/** What a person writes is contributed by the person, whoever may write in their place. */
export function contributorOfThePerson(access: Access): string | undefined {
  return access.grants.find(({ contributor }) => contributor === THE_PERSON)?.contributorId
}

/** Whether something has one of the versions that it must have. */
export function isMatch(ifMatch: readonly string[] | undefined, version: number): boolean {
  return ifMatch === undefined || ifMatch.includes('*') || ifMatch.includes(String(version))
}

/** What is kept of a resource: all but what its versions say by themselves. */
export function withoutVersion({ meta, ...resource }: Resource): Resource {
  if (meta === undefined) return resource
  const { versionId: _, lastUpdated: __, ...rest } = meta
  return Object.keys(rest).length === 0 ? resource : { ...resource, meta: rest }
}
