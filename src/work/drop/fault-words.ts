import { fileFaultInWords } from '#ground/csv/fault-words.ts'
import type { Say } from '#ground/language/say.ts'
import { listNameOf } from './code-system.ts'
import type { DropFault } from './drop.ts'
import type { FieldName } from './field.ts'
import { fieldsOf } from './fields-of.ts'
import type { DropKind } from './kind.ts'
import type { RowFault } from './read-row.ts'

/** Why no row of a file is taken in. */
export function dropFaultInWords(say: Say, file: string, fault: DropFault): string {
  switch (fault.code) {
    case 'too-many-columns':
      return say('files.tooManyColumns', { file, found: fault.found })
    case 'too-large':
      return say('files.tooLarge', { file })
    case 'columns-missing':
      return say('files.columnsMissing', { file, fields: fieldsInWords(say, fault.fields) })
    default:
      return fileFaultInWords(say, file, fault)
  }
}

/** The names of fields, one after another. */
export function fieldsInWords(say: Say, fields: readonly FieldName[]): string {
  return fields.map(field => say.code('dropField', field)).join(', ')
}

/** What is wrong with a cell, and how to put it right. */
export function cellFaultInWords(say: Say, kind: DropKind, { fault, field }: RowFault): string {
  if (fault !== 'unknown-code') return say.code('cellFault', fault)
  return say('cellFault.unknownCode', { words: wordsTaken(say, kind, field).join(', ') })
}

/** The words of the reader's language for the codes that may stand there: each is taken. */
function wordsTaken(say: Say, kind: DropKind, field: FieldName): string[] {
  const list = fieldsOf(kind)[field]?.as
  const name = typeof list === 'object' ? listNameOf(list) : undefined
  if (typeof list !== 'object' || name === undefined) return []
  return Object.keys(list).map(code => say.code(name, code))
}

/** Where a fault is: the heading of its column and what stands there. */
export function cellInWords(say: Say, { heading, field, text }: RowFault): string {
  if (heading === undefined) return say('files.noColumn', { field: say.code('dropField', field) })
  return `${heading}: ${text === '' ? say('files.blank') : text}`
}
