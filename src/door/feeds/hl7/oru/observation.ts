import type { Attachment as FhirAttachment, Observation, Reference } from 'fhir/r4.js'
import type { Attachment } from '#ground/hl7/attachment.ts'
import type { SentReport, SentResult } from '#ground/hl7/oru-event.ts'
import type { ResultValue } from '#ground/hl7/result-value.ts'
import { own } from '#ground/own.ts'
import { conceptOf } from '../fhir/concept.ts'
import { dateTimeOf } from '../fhir/date-time.ts'
import { quantityOf, unitText } from './quantity.ts'
import { resultStatus } from './status.ts'

/** R4 has no attachment for a value; this is the extension that the v2-to-FHIR map of OBX names. */
const VALUE_ATTACHMENT = 'https://hl7.org/fhir/5.0/StructureDefinition/extension-Observation.valueAttachment'

/**
 * One result as an Observation. An OBX is sent whole, so that nothing of what was held stays, but for U: that a result
 * is final now, without saying it again. Source: the v2-to-FHIR map of OBX to Observation.
 */
export function observationAfter(
  held: Observation | undefined,
  report: SentReport,
  result: SentResult,
  subject: Reference,
): Observation {
  const status = resultStatus(result.status)
  const code = conceptOf(result.code)
  if (status === 'entered-in-error') return withdrawn({ code, subject })
  if (result.status === 'U' && held !== undefined && result.value === undefined) return { ...held, status }
  const observedAt = result.observedAt ?? report.observedAt
  const notes = result.comments.map(text => ({ text }))
  return {
    resourceType: 'Observation',
    ...extensionOf(result.value),
    status,
    code,
    subject,
    ...(observedAt !== undefined && { effectiveDateTime: dateTimeOf(observedAt) }),
    ...valueElement(result),
    ...absence(result),
    ...(result.flags.length > 0 && { interpretation: result.flags.map(interpretation) }),
    ...(notes.length > 0 && { note: notes }),
    ...(result.range !== undefined && { referenceRange: [{ text: result.range }] }),
  }
}

/** That there was a result of this kind, and nothing of what it said. */
export function withdrawn({ code, subject }: Pick<Observation, 'code' | 'subject'>): Observation {
  return { resourceType: 'Observation', status: 'entered-in-error', code, ...(subject && { subject }) }
}

function valueElement({ value, units }: SentResult): Partial<Observation> {
  switch (value?.kind) {
    case undefined:
    case 'attachment':
      return {}
    case 'number':
      return { valueQuantity: quantityOf(value.number, units, value.comparator) }
    case 'range':
      return {
        valueRange: {
          ...(value.low !== undefined && { low: quantityOf(value.low, units) }),
          ...(value.high !== undefined && { high: quantityOf(value.high, units) }),
        },
      }
    case 'ratio':
      return {
        valueRatio: {
          numerator: quantityOf(value.numerator, units),
          denominator: quantityOf(value.denominator, units),
        },
      }
    case 'coded':
      return codedValue(value)
    case 'moment':
      return { valueDateTime: dateTimeOf(value.moment) }
    case 'clock':
      return { valueTime: value.time }
    case 'text': {
      const unit = unitText(units)
      return { valueString: unit === undefined ? value.text : `${value.text} ${unit}` }
    }
  }
}

/** Several codes under one result are one concept in FHIR only if they mean the same, which nobody says: they are words. */
function codedValue({ coded }: Extract<ResultValue, { kind: 'coded' }>): Partial<Observation> {
  const [only, ...more] = coded
  if (only !== undefined && more.length === 0) return { valueCodeableConcept: conceptOf(only) }
  return { valueString: coded.map(({ words, text, code }) => words ?? text ?? code).join('; ') }
}

function extensionOf(value: ResultValue | null | undefined): Pick<Observation, 'extension'> {
  if (value?.kind !== 'attachment') return {}
  return { extension: [{ url: VALUE_ATTACHMENT, valueAttachment: attachmentOf(value.attachment) }] }
}

/** A file that came, or where it lies. */
export function attachmentOf({ contentType, data, url }: Attachment): FhirAttachment {
  return { ...(contentType && { contentType }), ...(data && { data }), ...(url && { url }) }
}

/** N: nobody asked. X: it could not be found out. */
function absence({ status, value }: SentResult): Pick<Observation, 'dataAbsentReason'> {
  const code = own({ N: 'not-asked', X: 'error' }, status)
  if (code === undefined || value) return {}
  return {
    dataAbsentReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code }] },
  }
}

function interpretation(code: string): NonNullable<Observation['interpretation']>[number] {
  return { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }] }
}
