import { listAt } from '#ground/fhir/any.ts'
import { fold } from '../fold.ts'
import type { Found } from '../read.ts'
import type { Row, Rows, StringRow } from './rows.ts'

/** What is searched of names and addresses: each of its parts by itself. Source: FHIR R4, 3.1.1.4.8 and Patient.name. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  HumanName: ['family', 'given', 'prefix', 'suffix', 'text'],
  Address: ['line', 'city', 'district', 'state', 'country', 'postalCode', 'text'],
}

/** How much of a text is searched, characters. What lies beyond is found by `_content` alone. */
const TEXT_LENGTH_MAX = 2_000

/** Adds the words that a text, a name or an address is searched by. */
export function addString(rows: Rows, at: Row, { type, value }: Found): void {
  const parts = PARTS[type]
  const texts = parts === undefined ? [value] : parts.flatMap(part => listAt(value, part))
  for (const text of texts) if (typeof text === 'string' && text !== '') rows.string.push(stringRow(at, text))
}

/** A text as a row. */
export function stringRow(at: Row, text: string): StringRow {
  const searched = text.slice(0, TEXT_LENGTH_MAX).toWellFormed()
  return { ...at, text: searched, folded: fold(searched) }
}
