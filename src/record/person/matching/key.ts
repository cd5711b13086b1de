/** 64 bits as two halves, which are far quicker than a bigint. */
export interface Key64 {
  readonly high: number
  readonly low: number
}

/**
 * Mixes texts, one after another, into 64 bits: two rows of multiply and exclusive-or, crossed at the end (after cyrb53,
 * public domain). `ab`, `c` and `a`, `bc` are different. Not for secrets: of ten million keys two meet by chance once in
 * some 370,000 regions.
 */
export function keyOf(kind: number, texts: readonly string[]): Key64 {
  let one = 0xdeadbeef ^ kind
  let other = 0x41c6ce57 ^ kind
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      one = Math.imul(one ^ code, 2654435761)
      other = Math.imul(other ^ code, 1597334677)
    }
    one = Math.imul(one ^ BETWEEN, 2654435761)
    other = Math.imul(other ^ BETWEEN, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909)
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return { high: other | 0, low: one | 0 }
}

/** What no text holds, between two of them. */
const BETWEEN = 0xffff

/** As a signed bigint, which is what PostgreSQL keeps in eight bytes. */
export function toBigint({ high, low }: Key64): bigint {
  return (BigInt(high) << 32n) | BigInt(low >>> 0)
}
