import type { Bilingual } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** Why a look stands out. `same-surname` is a weak hint: it is only ever said beside another. */
export const FLAGS = [
  'own-record',
  'same-address',
  'family',
  'colleague',
  'surge-at-person',
  'surge-by-worker',
  'refused-repeatedly',
  'unexplained',
  'same-surname',
] as const
export type Flag = (typeof FLAGS)[number]

/** How far back looks are examined, days. */
export const WINDOW_DAYS = 31

/** One worker's looks at one person in that time, counted. */
export interface WorkerLooks {
  readonly accountId: string
  readonly who: string
  readonly role: Role
  readonly organisationId: string
  readonly organisation: Bilingual
  /** Undefined for tries at somebody who does not exist. */
  readonly personId: string | undefined
  /** Those that were allowed, and how many of these a tie, a clause, a choice or an emergency explains. */
  readonly looks: number
  readonly explained: number
  readonly refused: number
  /** The hours in which they opened something one by one, counted from 1970, each once. */
  readonly hours: readonly number[]
  readonly classes: readonly DataClass[]
  readonly firstAt: Date
  readonly lastAt: Date
  /** The sequence numbers of the entries. */
  readonly entries: readonly number[]
}

/** Something that a privacy officer should look into: whose looks, at whom, and why it stands out. */
export interface Finding {
  /** The same for the same worker and person, however often it is asked. */
  readonly id: string
  /** Undefined where many workers looked at one person. */
  readonly worker: Pick<WorkerLooks, 'accountId' | 'who' | 'role' | 'organisation'> | undefined
  /** Undefined where one worker looked at many people, or at nobody who exists. */
  readonly personId: string | undefined
  /** The weightiest first. */
  readonly flags: readonly Flag[]
  /** Whether a tie, a clause, a choice or an emergency explains each look that was allowed. */
  readonly isExplained: boolean
  readonly looks: number
  readonly refused: number
  /** How many workers, or how many people, where it is about many. */
  readonly others: number
  readonly classes: readonly DataClass[]
  readonly firstAt: Date
  readonly lastAt: Date
  readonly entries: readonly number[]
}
