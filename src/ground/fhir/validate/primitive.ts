import { isExactNumber } from '../json/exact.ts'
import { isDate, isDateTime, isInstant, isTime } from './time.ts'

/** Whether a JSON value is one of a primitive type of R4. Source: FHIR R4 (4.0.1), datatypes.html. */
export type IsPrimitive = (value: unknown) => boolean

/** Letters in one text. Source: FHIR R4, datatypes.html, string: 1 MB at most. */
const LETTERS_MAX = 1024 * 1024

/** What no text may hold: characters below a space but tab and line ends, and halves of characters. */
const NOT_OF_TEXT = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}/u

const ID = /^[A-Za-z0-9\-.]{1,64}$/
const URI = /^\S+$/
const CODE = /^\S+(?:\s\S+)*$/
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9][0-9]*))+$/
const BASE64 = /^[A-Za-z0-9+/\s]*(?:=\s*){0,2}$/
const INTEGER_MAX = 2 ** 31 - 1

const CHECKS: Readonly<Record<string, IsPrimitive>> = {
  base64Binary: isBase64,
  boolean: value => typeof value === 'boolean',
  canonical: isUri,
  code: value => isPlain(value) && CODE.test(value),
  date: value => typeof value === 'string' && isDate(value),
  dateTime: value => typeof value === 'string' && isDateTime(value),
  decimal: value => typeof value === 'number' || isExactNumber(value),
  id: value => typeof value === 'string' && ID.test(value),
  instant: value => typeof value === 'string' && isInstant(value),
  integer: value => isWhole(value, -INTEGER_MAX - 1),
  markdown: isText,
  oid: value => typeof value === 'string' && OID.test(value),
  positiveInt: value => isWhole(value, 1),
  string: isText,
  time: value => typeof value === 'string' && isTime(value),
  unsignedInt: value => isWhole(value, 0),
  uri: isUri,
  url: isUri,
  uuid: value => typeof value === 'string' && UUID.test(value),
  // What may stand in it is looked at where it is a narrative's.
  xhtml: value => typeof value === 'string' && !NOT_OF_TEXT.test(value),
}

/** The check of a primitive type, by its name. */
export function primitiveCheck(type: string): IsPrimitive {
  const check = CHECKS[type]
  if (check === undefined) throw new Error(`FHIR R4 has no primitive type ${type}`)
  return check
}

function isPlain(value: unknown): value is string {
  return typeof value === 'string' && !NOT_OF_TEXT.test(value)
}

function isText(value: unknown): boolean {
  return isPlain(value) && value.length <= LETTERS_MAX && /\S/.test(value)
}

function isUri(value: unknown): boolean {
  return isPlain(value) && URI.test(value)
}

/** A whole number of 32 bits, written without a point or an exponent. */
function isWhole(value: unknown, least: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= INTEGER_MAX
}

function isBase64(value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || !BASE64.test(value)) return false
  const letters = /\s/.test(value) ? value.replace(/\s/g, '').length : value.length
  return letters % 4 === 0
}
