import { type Key64, keyOf } from './key.ts'

/**
 * Tells which values too many people hold: `kind` is the field, `value` as it is compared. A model holds their hashes
 * only, for it may be read by those who may not read telephone numbers.
 */
export function isCommonIn(hashes: readonly string[]): (kind: string, value: string) => boolean {
  if (hashes.length === 0) return () => false
  const known = new Set(hashes)
  return (kind, value) => known.has(commonHash(kind, value))
}

/** How a value is named in a model. */
export function commonHash(kind: string, value: string): string {
  return hex(keyOf(`${kind} ${value}`))
}

function hex({ high, low }: Key64): string {
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0')
}
