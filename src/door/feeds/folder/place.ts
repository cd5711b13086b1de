import type { DropKind } from '#work/drop/kind.ts'

/** What is read of the files in one place: rows of a kind, or messages of HL7 v2. */
export type FileKind = DropKind | 'hl7'

/** One place for files: those of one kind from one sender. */
export interface Place {
  /** The sender's folder, which is its own account's and nobody else's. */
  readonly sender: string
  readonly kind: FileKind
  readonly path: string
}

/** Where a file is while it is being kept, and once it is, or is not. */
export const [TAKING, TAKEN, REFUSED] = ['taking', 'taken', 'refused'] as const

/** Two files of one name are two. `mark` is of the file itself: the same file taken again goes to the same place. */
export function takenName(mark: string, name: string): string {
  return `${mark.slice(0, 8)}-${name}`
}
