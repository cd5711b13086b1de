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
  /** Of tenancies: the code of the team of its own that works with the tenants, and so has a tie to each while the tenancy stands. */
  readonly team?: string
}

/** By kind of file. */
export type FileMaps = Readonly<Record<string, FileMap>>
