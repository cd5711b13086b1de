import { readRows } from '#ground/csv/read.ts'
import { standardBirth } from '#record/person/standard/birth.ts'
import type { PlacedColumn } from './columns.ts'
import { BORN_NOT_BEFORE } from './identity.ts'
import type { ReadySide } from './read-side.ts'

/** So many rows tell what a column holds. */
const ROWS_MAX = 2000
/** From so few values nothing is concluded. */
const VALUES_MIN = 10

/** What was found out about columns that do not hold what the map says. */
export interface Misread {
  /** Columns said to hold NHS numbers, most of which cannot be. */
  readonly notNhs: readonly string[]
  /** Columns said to hold dates of birth, a share of which cannot be read. */
  readonly unread: readonly { readonly column: string; readonly share: number }[]
}

/** How many dates may be unreadable before it is told: some always are. */
const UNREAD_SHARE_MAX = 0.2

/** Looks at the first rows of a file, whether its columns hold what the map says. */
export async function sampled({ file, survey, places }: ReadySide): Promise<Misread> {
  const rows: (readonly string[])[] = []
  await readRows(file.chunks(), survey, places.width, {
    row: values => {
      rows.push(values)
      return rows.length < ROWS_MAX
    },
    bad: () => {},
  })
  const shareOf = ({ at }: PlacedColumn, isSo: (value: string) => boolean) => {
    const values = rows.map(row => row[at] ?? '').filter(value => value !== '')
    return values.length < VALUES_MIN ? 0 : values.filter(isSo).length / values.length
  }
  const notNhs = places.columns.filter(column => column.as === 'nhs' && shareOf(column, isNoNumber) > 0.5)
  const births = places.columns.filter(({ as, part }) => as === 'birthdate' && part === undefined)
  const unread = births.map(column => ({
    column: column.column,
    share: shareOf(column, value => standardBirth(value, column.order, undefined, BORN_NOT_BEFORE) === undefined),
  }))
  return {
    notNhs: notNhs.map(({ column }) => column),
    unread: unread.filter(({ share }) => share > UNREAD_SHARE_MAX),
  }
}

function isNoNumber(value: string): boolean {
  return value.replace(/\D/g, '').length !== 10
}

/** Identifiers that are no NHS numbers are compared as identifiers of another kind, in both files alike. */
export function withoutNhs(columns: readonly PlacedColumn[]): PlacedColumn[] {
  let count = 0
  return columns.map(column => {
    if (column.as !== 'nhs') return column
    count++
    return { ...column, as: 'exact', name: column.name ?? `nhs${count === 1 ? '' : ` ${count}`}` }
  })
}
