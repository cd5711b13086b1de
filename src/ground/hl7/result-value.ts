import { own } from '#ground/own.ts'
import type { Attachment } from './attachment.ts'
import { encapsulated, pointer } from './attachment.ts'
import { type CodedWell, codedFields, linesOf } from './coded.ts'
import { type Repetition, rawField, repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import type { Segment } from './message.ts'
import { part, stated, statedText } from './reading.ts'
import { type Moment, readMoment } from './time.ts'

export type Comparator = '<' | '<=' | '>=' | '>'

/** What was found, in the kind in which it was sent. A number is kept as it was written: `85.80` is not `85.8`. */
export type ResultValue =
  | { readonly kind: 'number'; readonly number: string; readonly comparator?: Comparator }
  | { readonly kind: 'range'; readonly low?: string; readonly high?: string }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'coded'; readonly coded: readonly CodedWell[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'clock'; readonly time: string }
  | { readonly kind: 'attachment'; readonly attachment: Attachment }

/**
 * Reads OBX-5 as the type in OBX-2 says: `null` taken away, undefined nothing said. What does not have the form of its
 * type (`haemolysed` for a number) is text, as is whatever says no type: a value is never lost for its form.
 * Source: the v2-to-FHIR map of OBX to Observation.
 */
export function readValue(obx: Segment): ResultValue | null | undefined {
  return stated(obx, 5, ([first]) => {
    const type = statedText(obx, 2) ?? ''
    const value = own(OF_TYPE, type)?.(obx, first)
    if (value !== undefined) return value
    if (type === 'ED' || type === 'RP') return undefined
    const text = TEXTS.includes(type) ? linesOf(obx, 5) : allParts(obx)
    return text === undefined ? undefined : { kind: 'text', text }
  })
}

const TEXTS = ['ST', 'TX', 'FT', 'VR']

type Read = (obx: Segment, first: Repetition | undefined) => ResultValue | undefined

const OF_TYPE: Readonly<Record<string, Read>> = {
  NM: (_, first) => numberIn(part(first, 1)),
  SN: (_, first) => structured(first),
  NR: (_, first) => rangeOf(part(first, 1), part(first, 2)),
  CE: coded,
  CWE: coded,
  CNE: coded,
  CF: coded,
  IS: coded,
  ID: coded,
  DT: moment,
  TS: moment,
  DTM: moment,
  TM: clock,
  ED: (_, first) => attached(encapsulated(first)),
  RP: (_, first) => attached(pointer(first)),
}

/** Of a length that a number in a computer keeps exactly. */
const NUMBER = /^[+-]?(?=[\d.]{1,16}$)(?:\d+(?:\.\d*)?|\.\d+)$/

function numberIn(text: string | undefined): ResultValue | undefined {
  return text !== undefined && NUMBER.test(text) ? { kind: 'number', number: text } : undefined
}

/** SN: a comparison, a number, and perhaps a mark and a second number. */
function structured(sent: Repetition | undefined): ResultValue | undefined {
  const [sign, one, mark, two] = [1, 2, 3, 4].map(place => part(sent, place))
  if (sign === '<>') return undefined
  if (mark === '-' && sign === undefined) return rangeOf(one, two)
  const number = numberIn(one)
  if (number?.kind !== 'number') return undefined
  if (mark === ':' || mark === '/') {
    if (sign !== undefined || two === undefined || !NUMBER.test(two)) return undefined
    return { kind: 'ratio', numerator: number.number, denominator: two }
  }
  if (mark !== undefined || two !== undefined) return undefined
  if (sign === undefined || sign === '=') return number
  return isComparator(sign) ? { ...number, comparator: sign } : undefined
}

function isComparator(sign: string): sign is Comparator {
  return ['<', '<=', '>=', '>'].includes(sign)
}

function rangeOf(low: string | undefined, high: string | undefined): ResultValue | undefined {
  if (low === undefined && high === undefined) return undefined
  if (![low, high].every(end => end === undefined || NUMBER.test(end))) return undefined
  return { kind: 'range', ...onlySaid({ low, high }) }
}

function coded(obx: Segment): ResultValue | undefined {
  const found = codedFields(obx, 5)
  return found.length === 0 ? undefined : { kind: 'coded', coded: found }
}

function moment(_: Segment, first: Repetition | undefined): ResultValue | undefined {
  const read = readMoment(part(first, 1) ?? '')
  return read.ok ? { kind: 'moment', moment: read.value } : undefined
}

function clock(_: Segment, first: Repetition | undefined): ResultValue | undefined {
  const [, hour, minute, second = '00'] = /^([01]\d|2[0-3]):?([0-5]\d)(?::?([0-5]\d))?/.exec(part(first, 1) ?? '') ?? []
  return hour === undefined ? undefined : { kind: 'clock', time: `${hour}:${minute}:${second}` }
}

function attached(attachment: Attachment | undefined): ResultValue | undefined {
  return attachment && { kind: 'attachment', attachment }
}

/** Every component of every repetition, for a person to read. */
function allParts(obx: Segment): string | undefined {
  const { component } = obx.encoding.delimiters
  const said = repetitions(obx, 5).map(sent =>
    sent.raw
      .split(component)
      .flatMap((_, place) => part(sent, place + 1) ?? [])
      .join(' '),
  )
  return rawField(obx, 5) === '' ? undefined : said.join('\n').trim() || undefined
}
