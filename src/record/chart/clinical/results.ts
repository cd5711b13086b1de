import type { DiagnosticReport, Observation, Quantity } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { type OpenResource, readOpen } from './read-open.ts'
import { wordsOf } from './words.ts'

/** How far a test is, as it is shown: one that was taken back is not. */
export const RESULT_STATUSES = [
  'registered',
  'partial',
  'preliminary',
  'final',
  'amended',
  'corrected',
  'appended',
  'cancelled',
  'unknown',
] as const satisfies readonly DiagnosticReport['status'][]

/** A test or a panel of tests, with what was found, as the reader may know it. */
export interface Report {
  readonly id: string
  readonly name: string | undefined
  /** When it was taken or seen, as exact as it was told: a day, or a moment. */
  readonly seenAt: string | undefined
  readonly status: DiagnosticReport['status']
  readonly comments: readonly string[]
  readonly results: readonly Result[]
  readonly toldBy: Bilingual
}

export interface Result {
  readonly id: string
  readonly name: string | undefined
  /** What was found, as it is read: number, sign and unit, or words. */
  readonly value: string | undefined
  /** A day or a moment that was found. */
  readonly when: string | undefined
  /** A file came as the result; it is named, and not shown. */
  readonly isFile: boolean
  readonly range: string | undefined
  /** HL7's codes: `H`, `LL`, `A` ... */
  readonly flags: readonly string[]
  readonly status: Observation['status']
  readonly comments: readonly string[]
}

/** How many results of a report, or of all reports shown, are read at most. */
const RESULTS_MAX = 2_000

/** The reports that an access opens, the latest first, `max` of them, each with those of its results that are open. */
export async function reportsOf(tx: Tx, access: Access, max: number): Promise<Report[]> {
  const reports = await readOpen(tx, access, { type: 'DiagnosticReport', max })
  const ids = reports.flatMap(({ content }) => idsOf(content))
  const found = ids.length === 0 ? [] : await readOpen(tx, access, { type: 'Observation', ids, max: RESULTS_MAX })
  const byId = new Map(found.map(one => [one.id, one]))
  return reports.map(({ id, toldBy, content }) => ({
    id,
    toldBy,
    name: wordsOf(content.code),
    seenAt: content.effectiveDateTime ?? content.effectivePeriod?.start ?? content.issued,
    status: content.status,
    comments: (content.extension ?? []).flatMap(({ valueAnnotation }) => valueAnnotation?.text ?? []),
    results: idsOf(content).flatMap(each => {
      const result = byId.get(each)
      return result === undefined ? [] : [resultFrom(result)]
    }),
  }))
}

function idsOf({ result = [] }: DiagnosticReport): string[] {
  return result.flatMap(({ reference }) => reference?.replace('Observation/', '') ?? [])
}

function resultFrom({ id, content }: OpenResource<Observation>): Result {
  const { code, status, referenceRange, interpretation = [], note = [], valueDateTime } = content
  return {
    id,
    name: wordsOf(code),
    value: valueText(content),
    when: valueDateTime,
    isFile: content.extension?.some(({ valueAttachment }) => valueAttachment !== undefined) ?? false,
    range: referenceRange?.[0]?.text,
    flags: interpretation.flatMap(({ coding }) => coding?.[0]?.code ?? []),
    status,
    comments: note.map(({ text }) => text),
  }
}

/** What was found, as it is read; undefined where there is no value, or one that is no words. */
export function valueText(found: Observation): string | undefined {
  const { valueQuantity, valueRange, valueRatio, valueCodeableConcept, valueString, valueTime } = found
  if (valueQuantity !== undefined) return quantityText(valueQuantity)
  if (valueRange !== undefined) {
    const { low, high } = valueRange
    return [low && numberText(low), high && quantityText(high)].filter(end => end !== undefined).join('–')
  }
  if (valueRatio !== undefined) {
    const { numerator, denominator } = valueRatio
    return [numerator, denominator].map(part => (part === undefined ? '' : numberText(part))).join(':')
  }
  return wordsOf(valueCodeableConcept) ?? valueString ?? valueTime?.slice(0, 5)
}

function quantityText(quantity: Quantity): string {
  return [numberText(quantity), quantity.unit].filter(part => part !== undefined).join(' ')
}

/** With as many places as it was written with. */
function numberText({ value, comparator, extension = [] }: Quantity): string {
  const places = extension.find(({ url }) => url.endsWith('/quantity-precision'))?.valueInteger
  return `${comparator ?? ''}${places === undefined ? value : value?.toFixed(places)}`
}
