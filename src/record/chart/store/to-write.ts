import type { ClassProblem } from '../class-of.ts'
import type { Method } from '../write-version.ts'
import type { Named } from './place.ts'
import type { SentVersion } from './read.ts'

/** A resource as it was parsed: its type is known, the rest may be anything that R4 allows. */
export interface Resource {
  readonly resourceType: string
  readonly id?: string
  readonly meta?: Readonly<Record<string, unknown>>
  readonly [element: string]: unknown
}

/** Why nothing is written. */
export type WriteProblem =
  | ClassProblem
  /** It does not name somebody by a reference to a Patient that is open to the caller. */
  | 'chart.aboutWhom'
  /** It names several people, of whom it could be about each. */
  | 'chart.aboutSeveral'
  /** It is about somebody else than before. */
  | 'chart.anotherPerson'
  /** Nothing lets the caller add data of that class about them. */
  | 'chart.mayNotAdd'
  /** It is not among what the app may write at most. */
  | 'chart.beyondScope'
  /** Another organisation wrote it, and changes it. */
  | 'chart.notYours'
  /** Who acts for no organisation writes about people alone. */
  | 'chart.noOrganisation'
  /** Nothing of that name is open, and who acts for no organisation chooses no ids. */
  | 'chart.notFound'
  /** It has another version than the caller believes, or is there though it must not be. */
  | 'chart.hasChanged'
  /** More than one that is open to the caller meets the condition. */
  | 'chart.matchesSeveral'
  /** What meets the condition has another id than the resource that was sent. */
  | 'chart.anotherId'
  /** Patients are kept by systems that were let in, each under one number, and stay. */
  | 'chart.patientBySystem'
  | 'chart.patientKnown'
  | 'chart.patientStays'
  /** It is told of something else, and nobody writes it. */
  | 'chart.onlyTold'

/** What a caller asks to have written. */
export interface ToWrite {
  readonly method: Exclude<Method, 'delete'>
  readonly resource: Resource
  /** The name under which it is to stand; undefined where we give one. */
  readonly named?: Named
  /** The id that it is to have, where it was given already and nothing has it. */
  readonly newId?: string
  /** The versions, one of which it must have now; `*` for any. */
  readonly ifMatch?: readonly string[] | undefined
  /** It must not be there yet. */
  readonly ifNoneMatch?: boolean
}

/** What was written. */
export interface Written extends SentVersion {
  readonly text: string
  readonly created: boolean
}
