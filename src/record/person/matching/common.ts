import { type Key64, keyOf } from './key.ts'

/**
 * Tells which values too many people hold: `kind` is the field, `value` as it is compared. A model holds their hashes
 * only, for it may be read by those who may not read telephone numbers.
 */
export function isCommonIn(hashes: readonly string[]): (kind: string, value: string) => boolean {
  if (hashes.length === 0) return () => false
  const known = new Set(hashes.map(hash => exact(fromHex(hash))))
  return (kind, value) => known.has(exact(keyOf(0, [kind, value])))
}

/** How a value is named in a model. */
export function commonHash(kind: string, value: string): string {
  const { high, low } = keyOf(0, [kind, value])
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}

function fromHex(hash: string): Key64 {
  return { high: Number.parseInt(hash.slice(0, 8), 16) | 0, low: Number.parseInt(hash.slice(8), 16) | 0 }
}

/** As many of the bits as a number holds exactly, 53. */
function exact({ high, low }: Key64): number {
  return (high >>> 0) * 2 ** 21 + (low >>> 11)
}
