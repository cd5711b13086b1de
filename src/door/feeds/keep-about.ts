import type { FhirResource, Reference } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { PersonEvent } from '#ground/hl7/person-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { neverLess } from '#record/chart/class-of.ts'
import { findOwn, freeWithdrawn } from '#record/chart/own-resource.ts'
import type { OfType } from '#record/chart/read-resources.ts'
import { type WrittenResource, writeResource } from '#record/chart/write-resource.ts'
import { personOf } from '#record/person/link/persons.ts'
import type { Access } from '#record/sharing/access.ts'
import { contribute } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { raiseOfResource } from '#work/notice/raise-of-resource.ts'
import { type ClassRules, classOf } from '#work/sender/classes.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { Naming } from './hl7/fhir/naming.ts'
import { type KeepPersonProblem, keepPerson } from './person/keep-person.ts'
import { sayingOf } from './saying.ts'
import type { Told } from './told.ts'

/** Leave to write what a sender tells of one person, and all that the writing needs. */
export interface About {
  readonly tx: Tx
  readonly access: Access
  readonly sender: Sender
  readonly sourceRecordId: string
  readonly subject: Reference
  readonly naming: Naming
  readonly messageId: string
}

export type KeepAboutProblem = KeepPersonProblem | 'feed.classUnknown' | 'feed.numberOfAnother'

/** Keeps the sender's record of whoever a message is about, and does `work` with leave to write about them. */
export async function keepAbout<Problem extends string>(
  tx: Tx,
  { sender, event, messageId }: Told<PersonEvent>,
  work: (about: About) => Promise<Outcome<undefined, Problem>>,
): Promise<Outcome<undefined, Problem | KeepPersonProblem>> {
  const kept = await keepPerson(tx, sender, event.person, messageId, sayingOf(event))
  if (!kept.ok) return kept
  const { sourceRecordId, about } = kept.value
  const naming = { facility: sender.facility, identifierSystems: sender.map.identifierSystems }
  const subject = { reference: `Patient/${sourceRecordId}` }
  return contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    return work({ tx, access, sender, sourceRecordId, subject, naming, messageId })
  })
}

/** One thing that a sender tells of, known by the sender's own number for it. */
export interface Thing<Type extends FhirResource['resourceType']> {
  readonly type: Type
  readonly businessKey: string
  /** What the sender's map says of such things, and the codes that this one came with, the most telling first. */
  readonly rules: ClassRules | undefined
  readonly codes: readonly (string | undefined)[]
}

/**
 * The class under which a thing is kept: what the sender's map says, and where it came without any code, to be cancelled
 * perhaps, what it was kept under. Refused where neither says, and where the number already stands for something about
 * somebody else, which has not been taken back: whose it is must not be guessed.
 */
export async function classFor<Type extends FhirResource['resourceType']>(
  { tx, sender, sourceRecordId }: About,
  { type, businessKey, rules, codes }: Thing<Type>,
): Promise<Outcome<DataClass, 'feed.classUnknown' | 'feed.numberOfAnother'>> {
  const contributorId = sender.organisationId
  const held = await findOwn(tx, { type, contributorId, businessKey })
  const saysNothing = codes.every(code => code === undefined)
  const dataClass = classOf(rules, codes) ?? (saysNothing ? held?.dataClass : undefined)
  if (dataClass === undefined) return refused('feed.classUnknown')
  if (held === undefined) return done(dataClass)
  const isTheirs = (await personOf(tx, held.sourceRecordId)) === (await personOf(tx, sourceRecordId))
  if (isTheirs) return done(neverLess(held.dataClass, dataClass))
  if (!held.withdrawn) return refused('feed.numberOfAnother')
  await freeWithdrawn(tx, contributorId, businessKey)
  return done(dataClass)
}

/**
 * Writes one resource as the sender's own; what was said earlier than what is held changes nothing. Raises the notice that
 * it is by its class alone.
 */
export async function keep<Type extends FhirResource['resourceType']>(
  { tx, access, sender, sourceRecordId, messageId }: About,
  what: { readonly type: Type; readonly businessKey: string; readonly dataClass: DataClass },
  saidAt: Date,
  change: (held: OfType<Type> | undefined) => OfType<Type>,
): Promise<WrittenResource<OfType<Type>>> {
  const key = { ...what, contributorId: sender.organisationId, sourceRecordId }
  const written = await writeResource(tx, access, key, change, messageId, saidAt)
  const isNew = written.before === undefined
  await raiseOfResource(tx, { id: written.id, dataClass: what.dataClass, sourceRecordId, isNew })
  return written
}
