import type { FileFault } from '#ground/csv/fault.ts'
import type { FieldName } from './field.ts'
import type { DropKind } from './kind.ts'

/** Why no row of a file is taken in. */
export type DropFault =
  | FileFault
  | { readonly code: 'too-many-columns'; readonly found: number }
  | { readonly code: 'columns-missing'; readonly fields: readonly FieldName[] }
  | { readonly code: 'too-large' }

/** The largest file that is taken, bytes: some 150,000 rows. */
export const DROP_BYTES_MAX = 32 * 1024 * 1024

/** One file as it came, and how far it is. */
export interface Drop {
  readonly id: string
  readonly kind: DropKind
  readonly fileName: string
  readonly byteCount: number
  readonly way: 'page' | 'folder'
  readonly broughtBy: string
  readonly receivedAt: Date
  /** The id under which its rows are known: its own, or that of the drop whose bytes it repeats. */
  readonly knownAs: string
  /** When that was received. */
  readonly saidAt: Date
  readonly senderId: string
  /** The organisation whose file it is. */
  readonly organisationId: string
  readonly application: string
  readonly facility: string
  readonly startedAt: Date | undefined
  /** Whether whoever started it said that what it no longer tells of ends. */
  readonly endsGone: boolean
  readonly endedAt: Date | undefined
  /** Why it could not be read at all. */
  readonly fault: DropFault | undefined
}
