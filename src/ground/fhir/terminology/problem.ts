/** Why a question about codes is not answered; what it is about is an address, or a part of what was asked. */
export interface TerminologyProblem {
  readonly code: TerminologyProblemCode
  readonly about: string
}

export type TerminologyProblemCode =
  /** The value set, code system, version of one, or map is not here. */
  | 'setNotHeld'
  | 'systemNotHeld'
  | 'mapNotHeld'
  /** The code is not in the system, as far as it is here. */
  | 'codeNotHeld'
  /** The code is not among those that are here, and the system is here in part only: nobody can say. */
  | 'heldInPart'
  /** All codes of a system that has no end, or that nobody wants to be sent. */
  | 'withoutEnd'
  /** More codes than are sent at once. */
  | 'tooMany'
  /** A filter that is not served, or a pattern that cannot be followed in bounded time. */
  | 'filterNotServed'
  /** A value set that is made of itself. */
  | 'circular'
