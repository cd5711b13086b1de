import { listAt, textAt } from '#ground/fhir/any.ts'
import type { Found } from '../read.ts'
import type { Row, Rows } from './rows.ts'
import { stringRow } from './string.ts'

/** How much of a code, and of its system, is compared, characters: no index of the database holds more of both. */
const CODE_LENGTH_MAX = 250

/** A code as far as it is compared. */
export function cut(code: string): string {
  return code.slice(0, CODE_LENGTH_MAX).toWellFormed()
}

/** Adds what a token is searched by: system and code, its words, and for an identifier its type. */
export function addToken(rows: Rows, at: Row, { type, value }: Found): void {
  switch (type) {
    case 'CodeableConcept':
      addConcept(rows, at, value)
      break
    case 'Coding':
      addCoding(rows, at, value)
      break
    case 'Identifier':
      addIdentifier(rows, at, value)
      break
    case 'ContactPoint':
      addCode(rows, at, '', textAt(value, 'value'))
      break
    case 'Quantity':
    case 'Range':
    case 'Reference':
      // Beside codes in a choice; nothing of them is a token.
      return
    default:
      addCode(rows, at, '', typeof value === 'boolean' ? String(value) : textAt(value))
      break
  }
}

function addCode(rows: Rows, at: Row, system: string, code: string | undefined): void {
  if (code !== undefined) rows.token.push({ ...at, system: cut(system), code: cut(code) })
}

function addCoding(rows: Rows, at: Row, value: unknown): void {
  const system = textAt(value, 'system') ?? ''
  const code = textAt(value, 'code') ?? ''
  addCode(rows, at, system, code)
  addWords(rows, at, textAt(value, 'display'))
}

/** A concept in words alone has a code that nothing can ask for, so that it does not count as missing. */
function addConcept(rows: Rows, at: Row, value: unknown): void {
  const codings = listAt(value, 'coding')
  for (const coding of codings) addCoding(rows, at, coding)
  if (codings.length === 0) rows.token.push({ ...at, system: '', code: '' })
  addWords(rows, at, textAt(value, 'text'))
}

/** Source: FHIR R4, 3.1.1.4.4, `:of-type`. */
function addIdentifier(rows: Rows, at: Row, value: unknown): void {
  const number = textAt(value, 'value') ?? ''
  addCode(rows, at, textAt(value, 'system') ?? '', number)
  for (const coding of listAt(value, 'type', 'coding')) {
    const kind = `${textAt(coding, 'system') ?? ''}|${textAt(coding, 'code') ?? ''}`
    addCode(rows, { ...at, parameter: `${at.parameter}:of-type` }, kind, number)
  }
  addWords(rows, at, textAt(value, 'type', 'text'))
}

function addWords(rows: Rows, at: Row, text: string | undefined): void {
  if (text !== undefined) rows.string.push(stringRow({ ...at, parameter: `${at.parameter}:text` }, text))
}
