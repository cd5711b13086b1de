import { csvRow } from '#ground/csv/write.ts'
import type { Say } from '#ground/language/say.ts'
import { cellFaultInWords, cellInWords } from '#work/drop/fault-words.ts'
import type { DropKind } from '#work/drop/kind.ts'
import { readOne } from '#work/drop/preview.ts'
import { rowReading } from '#work/drop/read-row.ts'
import type { WaitingRow } from '#work/drop/result.ts'
import { readRowMessage } from '#work/drop/row-message.ts'
import type { FileMap } from '#work/sender/file-map.ts'

interface Waiting {
  readonly kind: DropKind
  readonly map: FileMap | undefined
  readonly waiting: readonly WaitingRow[]
  readonly now: Date
}

/**
 * The rows of a file that wait, as CSV under their own headings, with their number and what is wrong in two columns more:
 * to be put right there, and sent again as it is. Nothing in it is run by a spreadsheet.
 */
export function putRightFile(say: Say, { kind, map, waiting, now }: Waiting): string {
  const lines: string[] = []
  for (const { row, raw } of waiting) {
    const message = readRowMessage(raw)
    if (!message.ok) continue
    const { heading, values } = message.value
    if (lines.length === 0) lines.push(csvRow([...heading, say('files.rowColumn'), say('files.wrongColumn')]))
    const read = readOne({ row, values }, rowReading(heading, kind, map, now))
    const wrong = read.ok ? [say('files.otherReason')] : wrongIn(say, kind, read.problem)
    const cells = heading.map((_, at) => values[at] ?? '')
    lines.push(csvRow([...cells, String(row), wrong.join(' ')]))
  }
  // The mark tells spreadsheets that it is UTF-8.
  return `\uFEFF${lines.join('')}`
}

function wrongIn(
  say: Say,
  kind: DropKind,
  { faults, length }: Extract<ReturnType<typeof readOne>, { ok: false }>['problem'],
): string[] {
  if (length !== undefined) return [say.code('cellFault', length)]
  return faults.map(fault => `${cellInWords(say, fault)}. ${cellFaultInWords(say, kind, fault)}`)
}
