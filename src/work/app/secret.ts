import { createHash } from 'node:crypto'

/** What is kept of a secret that only its holder knows: its SHA-256, hex. Whoever reads the database cannot use it. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
