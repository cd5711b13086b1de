import { readExactRows } from '#ground/csv/read.ts'
import { exactCsvRow } from '#ground/csv/write.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type DropKind, dropKindOf } from './kind.ts'

/** One row of a file as a message of the ledger: all that is needed to read it again, whatever becomes of the file. */
export interface RowMessage {
  readonly application: string
  readonly facility: string
  readonly kind: DropKind
  /** The drop that first brought these very bytes, and the row's number in it: what the message is known by. */
  readonly dropId: string
  readonly row: number
  /** When the file was received: what was said later is not overwritten by it, however late it is read again. */
  readonly saidAt: Date
  readonly heading: readonly string[]
  readonly values: readonly string[]
}

/** Marks the first of the three rows. The number is of this way of writing it down. */
const MARK = ['cydofal-row', '1'] as const

/** The heading of the one column of a row that no file has: of what a whole file no longer tells of. */
const GONE = 'cydofal-gone'

/** The row that says what a file no longer tells of, by its key. */
export function goneRow(key: string): Pick<RowMessage, 'heading' | 'values'> {
  return { heading: [GONE], values: [key] }
}

/** The key of what is gone, when that is what the row says. */
export function keyGone({ heading, values }: RowMessage): string | undefined {
  return heading.length === 1 && heading[0] === GONE ? values[0] : undefined
}

/** The row as it is kept: a row of where it is from, the heading row, and the row itself. */
export function rawOfRow({ heading, values, ...from }: RowMessage): Buffer {
  const { application, facility, kind, dropId, row, saidAt } = from
  const origin = [...MARK, application, facility, kind, dropId, String(row), saidAt.toISOString()]
  return Buffer.from([origin, heading, values].map(exactCsvRow).join(''))
}

/** The row again. Refused for whatever `rawOfRow` has not written. */
export function readRowMessage(raw: Uint8Array): Outcome<RowMessage, 'csv.not-a-row'> {
  const rows = readExactRows(raw)
  if (!rows.ok || rows.value.length !== 3) return refused('csv.not-a-row')
  const [origin = [], heading = [], values = []] = rows.value
  const [mark, version, application = '', facility = '', kindName = '', dropId = '', row, saidAt] = origin
  const kind = dropKindOf(kindName)
  const at = new Date(saidAt ?? '')
  if (mark !== MARK[0] || version !== MARK[1] || kind === undefined) return refused('csv.not-a-row')
  if (!Number.isInteger(Number(row)) || Number.isNaN(at.getTime())) return refused('csv.not-a-row')
  return done({ application, facility, kind, dropId, row: Number(row), saidAt: at, heading, values })
}
