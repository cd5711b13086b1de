import { createHash, createHmac } from 'node:crypto'

/** What stands before the first of a chain. */
export const NOTHING_BEFORE: Buffer = Buffer.alloc(32)

/** SHA-256. */
export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** RFC 6962, 2.1: the hash of a leaf, set apart from that of a node by its first byte. */
export function hashOfLeaf(data: Buffer): Buffer {
  return sha256(Buffer.of(0), data)
}

/** RFC 6962, 2.1: the hash of two that stand side by side. */
export function hashOfPair(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.of(1), left, right)
}

/**
 * A leaf of the log: a commitment, with the hash of the leaf before it. The chain is part of the leaves and so of the
 * tree; there is no second structure that could say something else.
 */
export function hashOfLinked(commitment: Buffer, before: Buffer): Buffer {
  return hashOfLeaf(Buffer.concat([commitment, before]))
}

/** What binds a row of the trail to its leaf: HMAC-SHA-256 of its text under a secret of its own. See `hmac_sha256` in schema/. */
export function commitmentTo(text: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}
