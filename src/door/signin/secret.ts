import { createHash } from 'node:crypto'

/** What is kept of a secret that a browser holds: its SHA-256, hex. Whoever reads the database cannot use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
