import { fileFaultInWords } from '#ground/csv/fault-words.ts'
import type { Say } from '#ground/language/say.ts'
import type { OptionFault } from './options.ts'
import type { RowReason, SideFault, SideRead } from './read-side.ts'

/** Why the command does not know what to do, in one line. */
export function optionFaultInWords(say: Say, fault: OptionFault): string {
  switch (fault.code) {
    case 'missing':
      return say('linkFiles.optionMissing', fault)
    case 'unknown':
      return say('linkFiles.optionUnknown', fault)
    case 'twice':
      return say('linkFiles.optionTwice', fault)
    case 'encoding':
      return say('linkFiles.optionEncoding', fault)
  }
}

/** Why a file cannot be read, a line for each thing. */
export function sideFaultInWords(say: Say, file: string, fault: SideFault): string[] {
  if (fault.code === 'damaged') return [say('linkFiles.fileDamaged', { file })]
  if (fault.code === 'file') return [fileFaultInWords(say, file, fault.fault)]
  return fault.faults.map(({ code, column, nearest }) => {
    if (code === 'column-twice') return say('linkFiles.columnTwice', { file, column })
    return nearest === undefined
      ? say('linkFiles.columnMissing', { file, column })
      : say('linkFiles.columnMissingNearest', { file, column, nearest })
  })
}

/** The rows that were refused, with their reasons as far as they were kept, and how many more there are. `other` is the file before. */
export function refusalsInWords(say: Say, file: string, { refused, reasons }: SideRead, other: string): string[] {
  const lines = reasons.map(reason => reasonInWords(say, file, reason, other))
  const count = refused - reasons.length
  return count > 0 ? [...lines, say('linkFiles.rowsMore', { file, count })] : lines
}

function reasonInWords(say: Say, file: string, reason: RowReason, other: string): string {
  switch (reason.code) {
    case 'too-few':
      return say('linkFiles.rowTooFew', { file, ...reason })
    case 'too-many':
      return say('linkFiles.rowTooMany', { file, ...reason })
    case 'id-missing':
      return say('linkFiles.rowIdMissing', { file, ...reason })
    case 'id-twice':
      return say('linkFiles.rowIdTwice', { file, ...reason })
    case 'id-elsewhere':
      return say('linkFiles.rowIdElsewhere', { file, ...reason, other })
  }
}
