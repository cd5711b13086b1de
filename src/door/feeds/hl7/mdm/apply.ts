import type { DocumentReference } from 'fhir/r4.js'
import { type About, classFor, type KeepAboutProblem, keep, keepAbout } from '#door/feeds/keep-about.ts'
import type { Told } from '#door/feeds/told.ts'
import type { Tx } from '#ground/db/store.ts'
import { MDM_TRIGGERS, type MdmEvent } from '#ground/hl7/mdm-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { findOwn, isReplaced } from '#record/chart/own-resource.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { contentAfter, documentAfter } from './document.ts'

/** Keeps a document with its content, and says of the one that it replaces that it was replaced. */
export function applyMdm(tx: Tx, told: Told<MdmEvent>): Promise<Outcome<undefined, KeepAboutProblem>> {
  return keepAbout(tx, told, about => keepDocument(about, told.event))
}

async function keepDocument(about: About, event: MdmEvent): Promise<Outcome<undefined, KeepAboutProblem>> {
  const { document, visit, saidAt } = event
  const { tx, sender, subject, naming, sourceRecordId } = about
  const rules = sender.classes.documents
  // What its author marked as restricted is not ordinary: without a word in the map nobody knows how private it is.
  const restricted = ['R', 'V'].includes(document.confidentiality ?? '')
  if (restricted && !Object.hasOwn(rules?.codes ?? {}, RESTRICTED)) return refused('feed.classUnknown')
  const { code, other } = document.type ?? {}
  const codes = [restricted ? RESTRICTED : undefined, code, other?.code, visit?.specialty?.code, visit?.location?.ward]
  const businessKey = keyOf(document.number.value)
  const thing = { type: 'DocumentReference', businessKey, rules, codes } as const
  const dataClass = await classFor(about, thing)
  if (!dataClass.ok) return dataClass

  const number = document.number.value
  const place = { subject, naming, isReplaced: await isReplaced(tx, { ...own(about), sourceRecordId }, number) }
  const kept = await keep(about, { ...thing, dataClass: dataClass.value }, saidAt.at, held =>
    documentAfter(held, event, place),
  )
  await completeContent(about, event, kept.now, dataClass.value)
  await supersedeParent(about, event)
  return done(undefined)
}

/** A code that the map may name: TXA-18 says restricted, or very restricted. */
const RESTRICTED = 'restricted'

function keyOf(number: string): string {
  return `document/${number}`
}

function own({ sender }: About) {
  return { type: 'DocumentReference', contributorId: sender.organisationId } as const
}

/** A message that was overtaken may be the one that brought what was written. */
async function completeContent(
  about: About,
  event: MdmEvent,
  now: DocumentReference,
  dataClass: DataClass,
): Promise<void> {
  if (now.status === 'entered-in-error') return
  const content = contentAfter(now, event)
  const key = { ...own(about), businessKey: keyOf(event.document.number.value), dataClass }
  const { tx, access, sourceRecordId, messageId } = about
  await writeResource(tx, access, { ...key, sourceRecordId }, () => ({ ...now, content }), messageId)
}

async function supersedeParent(about: About, { trigger, document }: MdmEvent): Promise<void> {
  const { parent, number } = document
  if (MDM_TRIGGERS[trigger].does !== 'replaces' || parent === undefined || parent.value === number.value) return
  const { tx, access, sourceRecordId, messageId } = about
  const key = { ...own(about), businessKey: keyOf(parent.value) }
  const held = await findOwn(tx, key)
  if (held === undefined || held.withdrawn || held.sourceRecordId !== sourceRecordId) return
  const what = { ...key, sourceRecordId, dataClass: held.dataClass }
  await writeResource(tx, access, what, before => ({ ...before!, status: 'superseded' }), messageId)
}
