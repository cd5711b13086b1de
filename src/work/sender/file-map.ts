/** How the files of one kind from one sender are read, where that does not follow from their headings. */
export interface FileMap {
  /** From a heading, as `plain` makes it, to the field it means; to nothing, where the column is not to be used. */
  readonly columns?: Readonly<Record<string, string>>
  /** By field: from a word of the sender's, as `plain` makes it, to the code it means. */
  readonly codes?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** In which order its dates are, when they are not ISO 8601. Left out: day, month, year. */
  readonly dates?: 'dmy' | 'mdy' | 'ymd'
  /** Whether each file tells of everything there is, so that what it no longer tells of has ended. */
  readonly isFull?: boolean
  /** The code of the team that works with those the file tells of, and so has a tie to them for as long as it tells so. */
  readonly team?: string
}

/** By kind of file. */
export type FileMaps = Readonly<Record<string, FileMap>>
