import type { Named, Place, Said } from './event.ts'

/** How a stay stands, in the words of FHIR's Encounter. */
export type Standing = 'planned' | 'in-progress' | 'onleave' | 'finished' | 'cancelled' | 'entered-in-error'

/** A place within a stay: where they are, were, or are to be. */
export interface Stop extends Place {
  readonly status: 'active' | 'completed' | 'planned'
  readonly from?: string
  readonly until?: string
}

/** What has become of a stay. */
export interface Course {
  /** The sender's record of whoever it is about. */
  readonly recordId: string
  /** Undefined as long as nothing but updates are known: then they are taken to be there, and nobody is told so. */
  readonly standing: Standing | undefined
  /** Somebody was taken in, and did not only come to be seen. */
  readonly isAdmission: boolean
  readonly hospital: Named
  readonly stops: readonly Stop[]
  readonly begunAt: string | undefined
  readonly endedAt: string | undefined
  /** When they last came, moved or left. */
  readonly movedAt: string | undefined
  readonly said: Said
}
