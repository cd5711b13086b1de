import type { Bilingual } from '#ground/language/say.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { Receipts } from './receipts/read-receipts.ts'

/** A notice as far as one actor may know it. What is not open to them is absent, as if it were not known at all. */
export interface Notice {
  readonly id: string
  readonly kind: NoticeKind
  readonly personId: string
  readonly happenedAt: Date
  readonly recordedAt: Date
  readonly hospital: Bilingual | undefined
  /** ISO 8601 day. Not told of somebody of whose death the same actor is told. */
  readonly expectedHomeOn: string | undefined
  readonly ward: Bilingual | undefined
  readonly reason: string | undefined
  /** Whose record says so, of what is known from a record alone. */
  readonly toldBy: Bilingual | undefined
  /** The day of a death, ISO 8601, or the month or year where no more is known. */
  readonly diedOn: string | undefined
  readonly newHome: NewHome | undefined
  /** The practice as its sender names it. */
  readonly practice: string | undefined
  /** When this actor said that they had taken notice. */
  readonly takenAt: Date | undefined
  /** Who else has, as far as a worker is told; undefined for everybody else. */
  readonly receipts: Receipts | undefined
}

/** Where somebody has moved to. */
export interface NewHome {
  readonly lines: readonly string[]
  /** Kept back from all but those who may see a protected address. */
  readonly isProtected: boolean
}
