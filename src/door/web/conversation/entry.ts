import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import type { PageBanner } from '../person/page-banner.ts'
import type { Problems, Typed } from '../typed.ts'

/** The forms on the page of an entry. */
export const ENTRY_FORMS = ['answer', 'pass-on', 'strike'] as const

export type EntryFormName = (typeof ENTRY_FORMS)[number]

/** One entry, and what its reader may do with it. */
export interface ShownEntry {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly entry: Entry
  /** Who may read the entry. */
  readonly readers: readonly MayRead[]
  /** Who will read the reader's answer; nobody when it is not theirs to give. */
  readonly answerReaders: readonly MayRead[]
  readonly mayAnswer: boolean
  readonly mayPassOn: boolean
  readonly mayStrike: boolean
  /** Whether a colleague of the same body wrote it. */
  readonly mayMisfile: boolean
  readonly formKey: string
  readonly emergency: OpenEmergency | undefined
}

/** A form that comes back: because something was wrong with it, or because it was kept while its sender signed in. */
export interface FilledForm {
  readonly form: EntryFormName
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

export interface EntryPageProps {
  readonly shown: ShownEntry
  readonly filled: FilledForm | undefined
  /** The address of the entry. */
  readonly action: string
}
