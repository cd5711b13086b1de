import { tokenRefused } from '../problem.ts'
import type { Bearer } from './bearer.ts'

/**
 * The system that a token speaks for: its client, which asks for nobody but itself. A token in somebody's name is none.
 * Source: RFC 9068, 2.2 (`sub` of a client's own token); SMART App Launch 2.2, backend services.
 */
export function systemOf(bearer: Bearer): string {
  if (!isOwnOfSystem(bearer)) throw tokenRefused()
  return bearer.app
}

/** Whether a token is a system's own, and in nobody's name. */
export function isOwnOfSystem({ subject, app, postId }: Bearer): boolean {
  return subject === app && postId === undefined
}
