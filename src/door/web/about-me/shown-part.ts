import type { WrittenPart } from '#work/about-me/about-me.ts'
import type { PartHistoryEntry } from '#work/about-me/read-about-me.ts'
import type { MayWrite } from '#work/about-me/who-decides.ts'
import type { PageBanner } from '../person/page-banner.ts'
import type { Problems, Typed } from '../typed.ts'

/** What one reader is shown of one part, and what they may do with it. */
export interface ShownPart {
  readonly banner: PageBanner
  readonly part: WrittenPart
  readonly history: readonly PartHistoryEntry[]
  readonly may: NonNullable<MayWrite>
  readonly isOwn: boolean
  readonly formKey: string
}

/** A form that comes back: because something was wrong with it, or because it was kept while its sender signed in. */
export interface Tried {
  readonly form: 'words' | 'media' | 'answer'
  /** Of an answer. */
  readonly proposalId?: string
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}
