import type { Bilingual } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Released } from '../because.ts'
import type { Failure } from '../decision/decide.ts'
import type { Doing } from '../doing.ts'
import type { Through } from '../through.ts'
import type { DataClass, Purpose } from '../vocabulary.ts'

/** One look at a person's record, as the person reads it. */
export interface TrailEntry {
  readonly id: string
  readonly sequence: number
  readonly at: Date
  readonly who: string
  readonly by: Looker
  /** Absent for a machine. */
  readonly accountId: string | undefined
  /** Their employer then; absent for a citizen. */
  readonly organisationId: string | undefined
  readonly organisation: Bilingual | undefined
  readonly organisationCode: string | undefined
  readonly role: Role | undefined
  readonly isMachine: boolean
  readonly isThePerson: boolean
  readonly doing: Doing
  readonly place: string
  readonly purpose: Purpose
  readonly allowed: boolean
  readonly released: readonly Released[]
  readonly failed: readonly Failure[]
  /** The clauses cited, once each, in the words of the agreement then in force. */
  readonly clauses: readonly CitedClause[]
  /** The app that asked for them, when they did not ask themselves. */
  readonly through: Through | undefined
  /** Whether this reader may not know who it was: no name, employer, clause or class is in the entry. Never for the person. */
  readonly isWithheld: boolean
}

/** Whoever an entry is about, told apart: a sender's id, or an account's; of the person, their own. */
export interface Looker {
  readonly kind: 'person' | 'worker' | 'citizen' | 'system'
  readonly id: string
}

export interface CitedClause {
  readonly agreement: Bilingual
  readonly hash: string
  readonly number: number
  readonly words: Bilingual
  readonly classes: readonly DataClass[]
}

/** How many entries one page of the trail holds. */
export const TRAIL_PAGE_ENTRIES = 50

/** Which part of the trail to read, and where to read on. What is left out narrows nothing. */
export interface TrailWanted {
  /** Entries before this sequence number. */
  readonly before?: number | undefined
  /** Entries before this one of the same trail, by its id: numbers would tell the reader how much everybody looks. */
  readonly beforeEntry?: string | undefined
  /** Whether the person's own looks are wanted too. */
  readonly withOwn: boolean
  readonly id?: string
  /** From this moment on. */
  readonly from?: Date
  /** Before this moment. */
  readonly until?: Date
  /** What this one did; without a kind, whoever has the id. */
  readonly by?: { readonly kind: Looker['kind'] | undefined; readonly id: string }
  readonly allowed?: boolean
  readonly organisationId?: string | undefined
  /** Only looks at which something of this class was seen. */
  readonly dataClass?: DataClass | undefined
  readonly hands?: 'people' | 'machines' | undefined
  readonly only?: 'refused' | 'emergency' | undefined
  /** A month of the region, `2026-11`. */
  readonly month?: string | undefined
  /** How many entries at most; a page of them unless told otherwise. */
  readonly limit?: number
}
