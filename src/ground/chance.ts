import { createHash, randomBytes, randomUUID } from 'node:crypto'

/** Where new identifiers and secrets come from. Passed in, so that a test or the seed can repeat itself exactly. */
export interface Chance {
  /** A random UUID (RFC 9562, version 4 shape). */
  id(): string
  /** Unguessable text, 256 bits, safe in a URL. */
  secret(): string
}

/** What the machine draws: unguessable, and never twice the same. */
export const machineChance: Chance = {
  id: () => randomUUID(),
  secret: () => randomBytes(32).toString('base64url'),
}

/** The same sequence every time for the same seed. Not for secrets that guard anything. */
export function repeatableChance(seed: string): Chance {
  let drawn = 0
  const next = () => idFor(`${seed}:${drawn++}`)
  return { id: next, secret: next }
}

/** One fixed identifier for a name, in UUID shape, the same on every machine. */
export function idFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
