import type { Resource, ToWrite, Written } from '#record/chart/store/to-write.ts'
import { writeChart } from '#record/chart/store/write.ts'
import type { FhirMeans } from '../means.ts'
import { keepPatient } from '../patient/keep.ts'
import type { AnyCaller } from '../resource/as-any-caller.ts'
import { targetBy, toWriteBy } from '../resource/conditional.ts'
import { patchedBy } from '../resource/patch.ts'
import { patchInEntry } from '../resource/patch-sent.ts'
import { tagsIn } from '../resource/preferences.ts'
import { type Placed, refuseTwice } from './placed.ts'
import { type ConditionalReferences, namesByCondition, withNames } from './references.ts'
import { taken } from './taken.ts'

/** What an entry comes to: something that is to be written, or that is there already. */
export interface Decided extends Placed {
  readonly outcome: ToWrite | Written
}

/** Finds what each entry comes to by its condition, before any of them is written. Throws where two come to one. */
export async function decideWrites(
  { tx, ...caller }: AnyCaller,
  placed: readonly Placed[],
  means: Pick<FhirMeans, 'profiles'>,
): Promise<readonly Decided[]> {
  const decided: Decided[] = []
  for (const one of placed) {
    const { place, entry, named, condition } = one
    const ifMatch = tagsIn(entry.ifMatch)
    if (entry.method === 'PATCH') {
      const target = taken(await targetBy(tx, caller, condition ?? named!, ifMatch))
      const patch = patchInEntry(entry.resource, `Bundle.entry[${place}]`)
      decided.push({ ...one, outcome: taken(await patchedBy(tx, caller, { ...target, patch }, means)) })
      continue
    }
    const asked: ToWrite = {
      method: entry.method === 'POST' ? 'create' : 'update',
      resource: entry.resource!,
      ...(named && { named }),
      ...(ifMatch && { ifMatch }),
      ifNoneMatch: entry.ifNoneMatch === '*',
    }
    const outcome = taken(await toWriteBy(tx, caller, asked, condition))
    const isNew = 'resource' in outcome && outcome.named === undefined
    decided.push({ ...one, outcome: isNew ? { ...outcome, newId: tx.newId() } : outcome })
  }
  refuseTwice(decided.map(one => ({ ...one, named: 'resource' in one.outcome ? one.outcome.named : undefined })))
  return decided
}

interface ToDo {
  readonly decided: readonly Decided[]
  readonly references: ConditionalReferences
}

/** Writes all that is to be written, Patients first, and answers what stands at the place of each entry. */
export async function writeDecided(
  { tx, ...caller }: AnyCaller,
  means: FhirMeans,
  { decided, references }: ToDo,
): Promise<ReadonlyMap<number, Written>> {
  // Under which id each will stand is known before any of it is written.
  const names = new Map(
    decided.flatMap(({ entry: { fullUrl }, type, outcome }) =>
      fullUrl === undefined ? [] : [[fullUrl, `${type}/${idOf(outcome)}`] as const],
    ),
  )
  const named = async (all: readonly ToWrite[]) => {
    const resources = all.map(({ resource }) => resource)
    const meant = new Map([...names, ...(await namesByCondition({ tx, ...caller }, references, resources))])
    return all.map(asked => ({ ...asked, resource: withNames(asked.resource, meant) }))
  }
  const done = new Map<number, Written>()
  const writes = decided.flatMap(({ place, outcome }) => ('resource' in outcome ? [{ place, asked: outcome }] : []))
  const [patients, others] = [writes.filter(isOfPatient), writes.filter(one => !isOfPatient(one))]
  const kept = await named(patients.map(({ asked }) => asked))
  for (const [index, { place }] of patients.entries()) {
    done.set(place, taken(await keepPatient(tx, caller, kept[index]!)))
  }
  const all = await named(others.map(({ asked }) => asked))
  const written = all.length === 0 ? [] : taken(await writeChart(tx, caller, all, `${means.origin()}/fhir`))
  for (const [index, { place }] of others.entries()) done.set(place, written[index]!)
  for (const { place, outcome } of decided) if (!('resource' in outcome)) done.set(place, outcome)
  return done
}

function idOf(outcome: ToWrite | Written): string {
  return 'resource' in outcome ? (outcome.named?.id ?? outcome.newId ?? '') : outcome.logicalId
}

function isOfPatient({ asked }: { readonly asked: { readonly resource: Resource } }): boolean {
  return asked.resource.resourceType === 'Patient'
}
