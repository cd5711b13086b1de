import { ProblemError } from '#ground/problem.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An id from an address. Anything else is answered as what does not exist. */
export function idFrom(text: string): string {
  if (!UUID.test(text)) throw notShown()
  return text
}

/** The one answer for what may not be seen and for what does not exist. */
export function notShown(): ProblemError {
  return new ProblemError('problem.notFound', 404)
}
