import type { FhirResource, Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { contribute } from '#record/sharing/look.ts'
import { holdRecord, keepRecord } from '#work/identity/keep-record.ts'
import { type HandOnProblem, handOnReferral } from '../hand-on.ts'
import { type About, classFor, type KeepAboutProblem, keep } from '../keep-about.ts'
import type { Applied } from '../take-in.ts'
import type { ReadBundle, SentEntry } from './bundle.ts'
import { holdsPlan, type KeepPlanProblem, keepPlan } from './keep-plan.ts'
import { businessKeyOf, codesOf, localIdOf } from './named.ts'
import { inOrder, isDirectory, resolved } from './references.ts'
import type { SentResource } from './sent-resource.ts'

export type ApplyBundleProblem =
  | KeepAboutProblem
  | HandOnProblem
  | KeepPlanProblem
  /** No Patient, or more than one: whom it is about must not be guessed. */
  | 'fhir.onePatient'
  /** The Patient has no identifier of the sender's own. */
  | 'fhir.noLocalId'
  /** Something that its sender could not name again: sent once more, it would be there twice. */
  | 'fhir.noIdentifier'
  /** Something that is neither about the person nor of a directory. */
  | 'fhir.aboutNobody'

/**
 * Keeps everything that a bundle tells of one person: the sender's record of them, whole, and each resource about them
 * under the sender's own identifier, so that the same again is nothing and another state a new version. All of it, or
 * nothing. What they hold is kept as it was sent, but for ids and references, which become those of here. A care plan is
 * kept whole besides, and a document of one is kept whole alone.
 */
export async function applyBundle(
  tx: Tx,
  bundle: ReadBundle & { readonly body: Buffer },
  { sender, messageId }: Applied,
): Promise<Outcome<undefined, ApplyBundleProblem>> {
  // A notification that its line still stands tells of nobody.
  if (bundle.kind === 'notification' && bundle.entries.length === 0) return done(undefined)
  const patients = bundle.entries.filter(({ resource }) => resource.resourceType === 'Patient')
  const [person] = patients
  if (person === undefined || patients.length > 1) return refused('fhir.onePatient')
  const localId = localIdOf(person.resource)
  if (localId === undefined) return refused('fhir.noLocalId')
  const others = bundle.entries.filter(entry => entry !== person && !isDirectory(entry))
  const isDocument = bundle.kind === 'document'
  const entries = isDocument ? [] : inOrder(person, bundle.entries)
  if (!isDocument && entries.length < others.length) return refused('fhir.aboutNobody')

  const patient = resolved(person, bundle.entries, new Map()) as unknown as Patient
  const key = { organisationId: sender.organisationId, localId }
  const held = await holdRecord(tx, key)
  const kept = await keepRecord(tx, sender, held, { key, messageId, change: () => withoutId(patient) })
  if (!kept.ok) return kept
  const { sourceRecordId, about: whom } = kept.value
  const subject = { reference: `Patient/${sourceRecordId}` }
  const naming = { facility: sender.facility, identifierSystems: sender.map.identifierSystems }
  return contribute(tx, sender.actor, whom, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    const about = { tx, access, sender, sourceRecordId, subject, naming, messageId }
    const known = new Map([[person, subject.reference]])
    for (const entry of entries) {
      const written = await keepEntry(about, entry, { ...bundle, known })
      if (!written.ok) return written
      known.set(entry, `${entry.resource.resourceType}/${written.value}`)
    }
    if (!holdsPlan(others)) return done(undefined)
    const plan = await keepPlan(about, { ...bundle, entries: others })
    // What was kept part by part is not lost where the whole cannot be kept as one.
    return isDocument || plan.ok ? plan : done(undefined)
  })
}

interface Among extends ReadBundle {
  /** What has been written already, by the reference it has here. */
  readonly known: ReadonlyMap<SentEntry, string>
}

/** Writes one resource and answers its id. */
async function keepEntry(
  about: About,
  entry: SentEntry,
  { entries, known, at }: Among,
): Promise<Outcome<string, ApplyBundleProblem>> {
  const businessKey = businessKeyOf(entry)
  if (businessKey === undefined) return refused('fhir.noIdentifier')
  const type = entry.resource.resourceType as FhirResource['resourceType']
  const rules = about.sender.classes.resources
  const dataClass = await classFor(about, { type, businessKey, rules, codes: codesOf(entry.resource) })
  if (!dataClass.ok) return dataClass
  const now = resolved(entry, entries, known)
  const what = { type, businessKey, dataClass: dataClass.value }
  const written = await keep(about, what, at ?? about.tx.now, () => withoutId(now) as unknown as FhirResource)
  if (written.now.resourceType === 'ServiceRequest') {
    const asked = await handOnReferral(about, businessKey, written.now)
    if (!asked.ok) return asked
  }
  return done(written.id)
}

/** The id is given here: a sender's own stands among its identifiers. */
function withoutId<Resource extends Patient | SentResource>(resource: Resource): Resource {
  const { id: _, ...rest } = resource
  return rest as Resource
}
