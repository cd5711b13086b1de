import type { Key } from '#ground/language/say.ts'

/** A request that cannot be served, with the sentence to say and the HTTP status to say it with. Doors throw it. */
export class ProblemError extends Error {
  readonly problem: Key
  readonly status: number

  constructor(problem: Key, status: number) {
    super(problem)
    this.problem = problem
    this.status = status
  }
}
