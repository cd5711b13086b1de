import { sql } from 'kysely'
import { GotInTheWay, holdAlone, type Tx } from '#ground/db/store.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { type ClassProblem, classOfResource, type KeptClass, neverLess } from '../class-of.ts'
import { isAboutNobody, isDirectory, saysWhom } from '../scope-of.ts'
import { type Method, writeVersion } from '../write-version.ts'
import { type Caller, organisationOf } from './caller.ts'
import { type Opening, opening } from './open.ts'
import { type Named, namedBy, type Place, placesOf } from './place.ts'
import type { SentVersion } from './read.ts'

/** A resource as it was parsed: its type is known, the rest may be anything that R4 allows. */
export interface Resource {
  readonly resourceType: string
  readonly id?: string
  readonly meta?: Readonly<Record<string, unknown>>
  readonly [element: string]: unknown
}

/** Why nothing is written. */
export type WriteProblem =
  | ClassProblem
  /** It does not name somebody by a reference to a Patient that is open to the caller. */
  | 'chart.aboutWhom'
  /** It names several people, of whom it could be about each. */
  | 'chart.aboutSeveral'
  /** It is about somebody else than before. */
  | 'chart.anotherPerson'
  /** Nothing lets the caller add data of that class about them. */
  | 'chart.mayNotAdd'
  /** Another organisation wrote it, and changes it. */
  | 'chart.notYours'
  /** Who acts for no organisation writes about people alone. */
  | 'chart.noOrganisation'
  /** Nothing of that name is open, and who acts for no organisation chooses no ids. */
  | 'chart.notFound'
  /** It has another version than the caller believes, or is there though it must not be. */
  | 'chart.hasChanged'
  /** Patients are kept by systems that were let in. */
  | 'chart.patientBySystem'
  | 'chart.patientKnown'
  | 'chart.patientStays'

/** What a caller asks to have written. */
export interface ToWrite {
  readonly method: Exclude<Method, 'delete'>
  readonly resource: Resource
  /** The name under which it is to stand; undefined where we give one. */
  readonly named?: Named
  /** The versions, one of which it must have now; `*` for any. */
  readonly ifMatch?: readonly string[] | undefined
  /** It must not be there yet. */
  readonly ifNoneMatch?: boolean
  /** How our own address begins: a reference may have it. */
  readonly base: string
}

/** What was written. */
export interface Written extends SentVersion {
  readonly text: string
  readonly created: boolean
}

/**
 * Writes a resource as its next version, or its first: as the caller's own, in the class that it has by what it says and
 * refers to. What it refers to counts as far as it is open to the caller. Use in `transactionInTurn`.
 */
export async function writeChart(tx: Tx, caller: Caller, asked: ToWrite): Promise<Outcome<Written, WriteProblem>> {
  const { resource, named, base } = asked
  const referred = [...new Set(referencesIn(resource))].map(reference => ({
    reference,
    named: namedBy(reference, base),
  }))
  const known = referred.flatMap(one => (one.named === undefined ? [] : [{ ...one, named: one.named }]))
  if (named !== undefined) await holdAlone(tx, `resource ${named.type}/${named.id}`)
  const [held = [], ...targets] = await placesOf(tx, [named ?? { type: '', id: '' }, ...known.map(one => one.named)])
  const targetsOf = new Map(known.map(({ reference }, index) => [reference, targets[index] ?? []]))
  const whom = isAboutNobody(resource.resourceType) ? [] : peopleMeant(resource, targetsOf)
  return opening(tx, caller, 'write', [...held, ...whom], async open => {
    const over = open.find(held)
    const found = scopeFrom(open, resource, targetsOf)
    if (!found.ok) return found
    return write(tx, caller, asked, { open, over, ...found.value })
  })
}

interface Scope {
  /** What it is about: somebody's record, or no one person. */
  readonly about: Place | undefined
  readonly inherited: readonly KeptClass[]
}

interface Decided extends Scope {
  readonly open: Opening
  /** What stands there now. */
  readonly over: Place | undefined
}

/** The records that a resource may be about: those of the Patients it names, or of what else it refers to. */
function peopleMeant(resource: Resource, targets: ReadonlyMap<string, readonly Place[]>): Place[] {
  const { patients, isUnsure } = saysWhom(resource)
  if (patients.length > 0) return patients.flatMap(reference => targets.get(reference) ?? [])
  return isUnsure ? [] : [...targets.values()].flat()
}

function scopeFrom(
  open: Opening,
  resource: Resource,
  targets: ReadonlyMap<string, readonly Place[]>,
): Outcome<Scope, WriteProblem> {
  if (isAboutNobody(resource.resourceType)) return done({ about: undefined, inherited: [] })
  const { patients, isUnsure } = saysWhom(resource)
  if (isUnsure) return refused('chart.aboutWhom')
  const opened = [...targets.values()].flatMap(places => open.find(places) ?? [])
  const named = patients.flatMap(reference => open.find(targets.get(reference) ?? []) ?? [])
  if (named.length < patients.length) return refused('chart.aboutWhom')
  const candidates = (patients.length > 0 ? named : opened).filter(({ personId }) => personId !== undefined)
  const people = new Set(candidates.map(({ personId }) => personId))
  if (people.size > 1)
    return patients.length > 0 ? refused('chart.aboutSeveral') : done({ about: undefined, inherited: [] })
  const [about] = candidates
  const theirs = opened.filter(({ personId }) => personId === about?.personId)
  return done({ about, inherited: about === undefined ? [] : theirs.map(({ dataClass }) => dataClass) })
}

async function write(
  tx: Tx,
  caller: Caller,
  asked: ToWrite,
  { open, over, about, inherited }: Decided,
): Promise<Outcome<Written, WriteProblem>> {
  const { resource, named, method } = asked
  const own = organisationOf(caller)
  const access = about && open.accessTo(about)
  const contributorId = own ?? (access && contributorOfThePerson(access))
  if (contributorId === undefined) return refused('chart.noOrganisation')
  if (over !== undefined && over.contributorId !== contributorId) return refused('chart.notYours')
  if (over !== undefined && over.personId !== about?.personId) return refused('chart.anotherPerson')
  if (over === undefined && named !== undefined && own === undefined) return refused('chart.notFound')
  const problem = over === undefined ? matchNothing(asked) : await holdOver(tx, over, asked)
  if (problem !== undefined) return refused(problem)
  const dataClass = classFor(resource, access, inherited, over)
  if (!dataClass.ok) return dataClass
  if (access !== undefined) {
    const kept = dataClass.value as DataClass
    if (!access.mayContribute(contributorId, kept)) return refused('chart.mayNotAdd')
    access.contribute(contributorId, kept)
  }
  const id = over?.id ?? tx.newId()
  const logicalId = named?.id ?? over?.logicalId ?? id
  const version = (over?.version ?? 0) + 1
  const now = { ...resource, id: logicalId }
  writeVersion(tx, {
    id,
    version,
    contributorId,
    type: resource.resourceType,
    sourceRecordId: over?.sourceRecordId ?? about?.sourceRecordId,
    dataClass: dataClass.value,
    businessKey: over === undefined || over.deleted ? `chart/${id}` : await businessKeyOf(tx, id),
    content: withoutVersion(now),
    writtenBy: caller.actor,
    byFhir: { method, app: caller.through.app, logicalId: logicalId === id ? undefined : logicalId },
  })
  return done(writtenAs(now, { version, at: tx.now, method, created: over === undefined || over.deleted }))
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
function contributorOfThePerson(access: Access): string | undefined {
  return access.grants.find(({ contributor }) => contributor === THE_PERSON)?.contributorId
}

function classFor(
  resource: Resource,
  access: Access | undefined,
  inherited: readonly KeptClass[],
  over: Place | undefined,
): Outcome<KeptClass, ClassProblem> {
  if (access === undefined) return done(isDirectory(resource.resourceType) ? 'directory' : 'organisation')
  const found = classOfResource(resource, inherited)
  return found.ok ? done(neverLess(over?.dataClass as DataClass | undefined, found.value)) : found
}

function matchNothing({ ifMatch }: ToWrite): WriteProblem | undefined {
  return ifMatch === undefined ? undefined : 'chart.hasChanged'
}

/** Nobody else writes it until this transaction ends; what was found of it must still hold. */
async function holdOver(tx: Tx, over: Place, { ifMatch, ifNoneMatch }: ToWrite): Promise<WriteProblem | undefined> {
  await holdPlace(tx, over)
  if (ifNoneMatch === true && !over.deleted) return 'chart.hasChanged'
  return isMatch(ifMatch, over.version) ? undefined : 'chart.hasChanged'
}

/** Whether something has one of the versions that it must have. */
export function isMatch(ifMatch: readonly string[] | undefined, version: number): boolean {
  return ifMatch === undefined || ifMatch.includes('*') || ifMatch.includes(String(version))
}

/** Takes the row of something that is to be written anew. Tried again where somebody wrote it meanwhile. */
export async function holdPlace(tx: Tx, { id, version }: Place): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from resource where id = ${id} for update`.execute(
    tx.db,
  )
  if (rows[0]?.version !== version) throw new GotInTheWay()
}

async function businessKeyOf(tx: Tx, id: string): Promise<string> {
  const { businessKey } = await tx.db
    .selectFrom('resource')
    .select('businessKey')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return businessKey
}

/** What is kept of a resource: all but what its versions say by themselves. */
export function withoutVersion({ meta, ...resource }: Resource): Resource {
  if (meta === undefined) return resource
  const { versionId: _, lastUpdated: __, ...rest } = meta
  return Object.keys(rest).length === 0 ? resource : { ...resource, meta: rest }
}
