import type { DocumentReference, DocumentReferenceRelatesTo, Reference } from 'fhir/r4.js'
import { MDM_TRIGGERS, type MdmEvent, type SentDocument } from '#ground/hl7/mdm-event.ts'
import { referenceTo } from '../fhir/clinician.ts'
import { codeOfTable, conceptOf } from '../fhir/concept.ts'
import { identifierOf, type Naming } from '../fhir/naming.ts'

/** Whom a document is about, how its numbers are named, and whether another of the sender's has taken its place. */
export interface DocumentPlace {
  readonly subject: Reference
  readonly naming: Naming
  readonly isReplaced: boolean
}

/**
 * One document as a DocumentReference, and what was written in it. A message that does not bring the content leaves
 * what is held of it. Source: the v2-to-FHIR map of TXA and OBX to DocumentReference.
 */
export function documentAfter(
  held: DocumentReference | undefined,
  event: MdmEvent,
  { subject, naming, isReplaced }: DocumentPlace,
): DocumentReference {
  const { document } = event
  const masterIdentifier = identifierOf(document.number, naming)
  if (isTakenBack(event)) {
    return { resourceType: 'DocumentReference', status: 'entered-in-error', masterIdentifier, subject, content: [] }
  }
  const { title, type, writtenAt, author, authenticator, fileName, confidentiality } = document
  const relatesTo = relationOf(event, naming) ?? held?.relatesTo
  return {
    resourceType: 'DocumentReference',
    ...(fileName !== undefined && { identifier: [{ value: fileName }] }),
    masterIdentifier,
    ...availability(document, isReplaced),
    ...(docStatus(document) !== undefined && { docStatus: docStatus(document) }),
    ...(type === undefined ? held?.type && { type: held.type } : { type: conceptOf(type) }),
    subject,
    ...(writtenAt === undefined ? held?.date && { date: held.date } : { date: writtenAt.at.toISOString() }),
    ...(author === undefined ? held?.author && { author: held.author } : { author: [referenceTo(author, naming)] }),
    ...(authenticator !== undefined && { authenticator: referenceTo(authenticator, naming) }),
    ...(relatesTo !== undefined && { relatesTo }),
    ...(title === undefined ? held?.description && { description: held.description } : { description: title }),
    ...(confidentiality !== undefined && { securityLabel: [codeOfTable('0272', confidentiality)] }),
    content: contentAfter(held, event),
  }
}

/**
 * The content of a document, the later said before the earlier: a message that was overtaken may still be the only one
 * that brought what was written, or the last that did.
 */
export function contentAfter(
  held: DocumentReference | undefined,
  { document, saidAt }: MdmEvent,
): DocumentReference['content'] {
  const before = held?.content ?? []
  const since = before[0]?.attachment.creation
  const creation = saidAt.at.toISOString()
  if (document.content.length === 0 || (since !== undefined && since > creation)) return before
  return document.content.map(({ contentType, data, url }) => ({
    attachment: { ...(contentType && { contentType }), ...(data && { data }), ...(url && { url }), creation },
  }))
}

/** T11, or CA in TXA-19: it was never to be used. */
function isTakenBack({ trigger, document }: MdmEvent): boolean {
  return MDM_TRIGGERS[trigger].does === 'cancels' || document.availability === 'CA'
}

/**
 * TXA-19. What is obsolete is superseded; of what is not available FHIR has no status, so that it stands beside it in
 * HL7's own code, as the map says, and the document is shown to nobody (`isReleased`).
 */
function availability(
  { availability }: SentDocument,
  isReplaced: boolean,
): Pick<DocumentReference, 'status' | '_status'> {
  const status = isReplaced || availability === 'OB' ? 'superseded' : 'current'
  if (availability !== 'OB' && availability !== 'UN') return { status }
  const code = codeOfTable('0273', availability)
  return { status, _status: { extension: [{ url: ALTERNATE, valueCodeableConcept: code }] } }
}

const ALTERNATE = 'http://hl7.org/fhir/StructureDefinition/alternate-codes'

/** TXA-17, HL7 table 0271: what is signed is final, and whatever comes before that is not. */
function docStatus({ completion }: SentDocument): DocumentReference['docStatus'] {
  if (completion === undefined) return undefined
  return completion === 'AU' || completion === 'LA' ? 'final' : 'preliminary'
}

function relationOf({ trigger, document }: MdmEvent, naming: Naming): DocumentReferenceRelatesTo[] | undefined {
  const { does } = MDM_TRIGGERS[trigger]
  const { parent, number } = document
  if (parent === undefined || parent.value === number.value) return undefined
  if (does !== 'adds' && does !== 'replaces') return undefined
  return [{ code: does === 'adds' ? 'appends' : 'replaces', target: { identifier: identifierOf(parent, naming) } }]
}
