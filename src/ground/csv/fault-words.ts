import type { Say } from '../language/say.ts'
import type { FileFault } from './fault.ts'
import { ROW_BYTES_MAX } from './survey.ts'

/** Why a file cannot be read, with the line or the row where that is so, and what to do. */
export function fileFaultInWords(say: Say, file: string, fault: FileFault): string {
  const most = ROW_BYTES_MAX
  switch (fault.code) {
    case 'empty':
      return say('linkFiles.fileEmpty', { file })
    case 'spreadsheet':
      return say('linkFiles.fileSpreadsheet', { file })
    case 'pdf':
      return say('linkFiles.filePdf', { file })
    case 'markup':
      return say('linkFiles.fileMarkup', { file })
    case 'binary':
      return say('linkFiles.fileBinary', { file })
    case 'nul':
      return say('linkFiles.fileNul', { file, ...fault })
    case 'not-utf8':
      return say('linkFiles.fileNotUtf8', { file, ...fault })
    case 'two-encodings':
      return say('linkFiles.fileTwoEncodings', { file, ...fault })
    case 'line-too-long':
      return say('linkFiles.fileLineTooLong', { file, ...fault, most })
    case 'row-too-long':
      return say('linkFiles.fileRowTooLong', { file, ...fault, most })
    case 'quote-not-closed':
      return say('linkFiles.fileQuoteNotClosed', { file, ...fault })
    case 'after-quote':
      return say('linkFiles.fileAfterQuote', { file, ...fault })
  }
}
