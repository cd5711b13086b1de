import { fold } from '#record/person/standard/fold.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import type { FieldName } from './field.ts'
import { fieldsOf } from './fields-of.ts'
import type { DropKind } from './kind.ts'

/** One column of a file: where it stands, what it is headed, and what it means. */
export interface Column {
  readonly at: number
  readonly heading: string
  /** Undefined where it is not used: it is kept with the row all the same. */
  readonly field: FieldName | undefined
  /** Who said what it means: the sender's map, or its heading. */
  readonly by: 'map' | 'heading' | undefined
}

/** A file of more columns is none of ours. */
export const COLUMNS_MAX = 500
/** How far down a heading row is looked for: some files begin with a title and rows of sections. */
export const HEADING_ROWS_MAX = 20

/** A heading, or a word that stands for a code, for comparing: no case, no accents, letters and figures alone. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** What each column means: as the sender's map says, or else as its heading does, in Welsh or in English. */
export function columnsOf(heading: readonly string[], kind: DropKind, map: FileMap = {}): Column[] {
  const fields = fieldsOf(kind)
  const known = new Map<string, FieldName>()
  for (const [field, { headings }] of Object.entries(fields))
    for (const name of [field.toLowerCase(), ...headings]) known.set(name, field as FieldName)
  const said = new Map(Object.entries(map.columns ?? {}))
  return heading.map((text, at) => {
    const name = plain(text)
    const saidField = said.get(name)
    if (saidField !== undefined && (saidField === '' || Object.hasOwn(fields, saidField)))
      return { at, heading: text, field: (saidField || undefined) as FieldName | undefined, by: 'map' }
    const field = known.get(name)
    return { at, heading: text, field, by: field && 'heading' }
  })
}

/** The fields that a file of this kind must have and that none of these columns is. */
export function missingFields(columns: readonly Column[], kind: DropKind): FieldName[] {
  const there = new Set(columns.map(({ field }) => field))
  return Object.entries(fieldsOf(kind)).flatMap(([field, { isRequired }]) =>
    isRequired && !there.has(field as FieldName) ? [field as FieldName] : [],
  )
}

/** Which of the first rows is the heading row: the one of whose values most are headings; the first when none is. */
export function headingAt(rows: readonly (readonly string[])[], kind: DropKind, map?: FileMap): number {
  const known = rows.map(row => columnsOf(row, kind, map).filter(({ field }) => field !== undefined).length)
  return Math.max(0, known.indexOf(Math.max(...known)))
}
