/** What keeps bytes from being read as CSV at all. Lines are counted from 1, as an editor counts them. */
export type FileFault =
  | { readonly code: 'empty' }
  | { readonly code: NotCsv }
  | { readonly code: 'nul'; readonly line: number }
  | { readonly code: 'not-utf8'; readonly line: number }
  | { readonly code: 'two-encodings'; readonly line: number; readonly otherLine: number }
  | { readonly code: 'line-too-long'; readonly line: number }
  | { readonly code: 'row-too-long'; readonly row: number }
  | { readonly code: 'quote-not-closed'; readonly row: number }
  | { readonly code: 'after-quote'; readonly row: number }

/** What is handed in as CSV and is something else. */
export type NotCsv = 'spreadsheet' | 'pdf' | 'markup' | 'binary'

/** What keeps one row from being read; those after it can be. Rows are counted from 1, the heading row, as a spreadsheet does. */
export interface RowFault {
  readonly code: 'too-few' | 'too-many'
  readonly row: number
  readonly found: number
  readonly expected: number
}

/** Everything that may be wrong with a file of rows. */
export type CsvFault = FileFault | RowFault
