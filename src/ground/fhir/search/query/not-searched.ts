/** Why a query is not one that can be searched by. */
export type QueryProblem =
  /** No such parameter for that type of resource. */
  | 'unknown-parameter'
  /** The parameter is known, and not that it could be asked in this way. */
  | 'unknown-modifier'
  /** The value cannot be read. */
  | 'wrong-value'
  /** More is asked at once than is answered. */
  | 'too-much'
  /** Which codes are meant cannot be told here: the value set or the code system is not held, or has no end. */
  | 'codes-not-told'
  /** A query by a name: none is served. */
  | 'no-named-query'
  /** What is contained in another resource is not found by itself. */
  | 'contained-not-searched'
  /** What is found has no score. */
  | 'no-score'

/** Thrown where a query cannot be understood, with the name of the parameter as it was written. */
export class NotSearched extends Error {
  readonly problem: QueryProblem
  readonly parameter: string

  constructor(problem: QueryProblem, parameter: string) {
    super(`${problem}: ${parameter}`)
    this.problem = problem
    this.parameter = parameter
  }
}
