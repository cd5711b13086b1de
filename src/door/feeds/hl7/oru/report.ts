import type { DiagnosticReport, Reference, Specimen } from 'fhir/r4.js'
import type { SentReport, SentSpecimen } from '#ground/hl7/oru-event.ts'
import { codeOfTable, conceptOf } from '../fhir/concept.ts'
import { dateTimeOf } from '../fhir/date-time.ts'
import { identifierOf, type Naming } from '../fhir/naming.ts'
import { reportStatus } from './status.ts'

/** R4 has no place for a comment on the whole; this is R5's `DiagnosticReport.note`, by HL7's cross-version extension. */
const NOTE = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-DiagnosticReport.note'

/** Whom a report is about, how its numbers are named, and the observations it has brought. */
export interface ReportPlace {
  readonly subject: Reference
  readonly naming: Naming
  readonly results: readonly Reference[]
}

/**
 * One OBR as a DiagnosticReport. Results that came before stay part of it: a laboratory may send the rest of a panel
 * alone. Source: the v2-to-FHIR map of OBR to DiagnosticReport.
 */
export function reportAfter(
  held: DiagnosticReport | undefined,
  sent: SentReport,
  { subject, naming, results }: ReportPlace,
): DiagnosticReport {
  const status = reportStatus(sent.status)
  const result = allOf(results, held?.result ?? [])
  const common = {
    resourceType: 'DiagnosticReport' as const,
    status,
    code: conceptOf(sent.service),
    subject,
    ...(result.length > 0 && { result }),
  }
  if (status === 'entered-in-error') return common
  const identifier = [
    ...(sent.placerNumber === undefined ? [] : [identifierOf(sent.placerNumber, naming, 'PLAC')]),
    ...(sent.fillerNumber === undefined ? [] : [identifierOf(sent.fillerNumber, naming, 'FILL')]),
  ]
  return {
    ...common,
    identifier,
    ...(sent.section !== undefined && { category: [codeOfTable('0074', sent.section)] }),
    ...effective(sent),
    ...(sent.reportedAt !== undefined && { issued: sent.reportedAt.at.toISOString() }),
    ...specimens(sent.specimens),
    ...(sent.comments.length > 0 && {
      extension: sent.comments.map(text => ({ url: NOTE, valueAnnotation: { text } })),
    }),
  }
}

/** The comments of a report as a whole. */
export function commentsOf({ extension = [] }: DiagnosticReport): string[] {
  return extension.flatMap(({ url, valueAnnotation }) =>
    url === NOTE && valueAnnotation ? [valueAnnotation.text] : [],
  )
}

/** These, and then those that came with earlier messages. */
export function allOf(these: readonly Reference[], earlier: readonly Reference[]): Reference[] {
  const told = new Set(these.map(({ reference }) => reference))
  return [...these, ...earlier.filter(({ reference }) => !told.has(reference))]
}

function effective({ observedAt, observedUntil }: SentReport): Partial<DiagnosticReport> {
  if (observedAt === undefined) return {}
  if (observedUntil === undefined) return { effectiveDateTime: dateTimeOf(observedAt) }
  return { effectivePeriod: { start: dateTimeOf(observedAt), end: dateTimeOf(observedUntil) } }
}

/** Within the report: a specimen is nothing here without the results that were found in it. */
function specimens(sent: readonly SentSpecimen[]): Partial<DiagnosticReport> {
  if (sent.length === 0) return {}
  const contained = sent.map(
    ({ number, type, collectedAt, receivedAt }, place): Specimen => ({
      resourceType: 'Specimen',
      id: `specimen-${place + 1}`,
      ...(number !== undefined && { identifier: [{ value: number.value }] }),
      ...(type !== undefined && { type: conceptOf(type) }),
      ...(receivedAt !== undefined && { receivedTime: dateTimeOf(receivedAt) }),
      ...(collectedAt !== undefined && { collection: { collectedDateTime: dateTimeOf(collectedAt) } }),
    }),
  )
  return { contained, specimen: contained.map(({ id }) => ({ reference: `#${id}` })) }
}
