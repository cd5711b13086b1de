import type { Bilingual } from '#ground/language/say.ts'

/** What happened to somebody, of the things that others are told at once. */
export type NoticeKind =
  | 'admitted'
  | 'moved'
  | 'on-leave'
  | 'back-from-leave'
  | 'expected-home'
  | 'not-home-yet'
  | 'went-home'
  | 'admission-cancelled'

/** A notice as far as one actor may know it. What is not open to them is absent, as if it were not known at all. */
export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly personId: string
  readonly happenedAt: Date
  readonly recordedAt: Date
  readonly hospital: Bilingual | undefined
  /** ISO 8601 day. */
  readonly expectedHomeOn: string | undefined
  readonly ward: Bilingual | undefined
  readonly reason: string | undefined
  /** When this actor said that they had taken notice. */
  readonly takenAt: Date | undefined
}
