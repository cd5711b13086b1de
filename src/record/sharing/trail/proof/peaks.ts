import { hashOfPair, sha256 } from './hashes.ts'

/**
 * A tree that leaves are put into one after the other, of which only the hashes of its whole subtrees are kept: enough
 * for the root after each leaf, in room for one hash a level.
 */
export class Peaks {
  readonly #peaks: Buffer[] = []
  #size = 0

  /** How many leaves are in it. */
  get size(): number {
    return this.#size
  }

  /** Puts one leaf in. Tells of every subtree that it made whole: its height, which one it is, and its hash. */
  add(leaf: Buffer, made: (height: number, number: number, hash: Buffer) => void = () => {}): void {
    let hash = leaf
    let rest = this.#size
    for (let height = 1; rest % 2 === 1; height++) {
      rest = (rest - 1) / 2
      hash = hashOfPair(this.#peaks.pop()!, hash)
      made(height, rest, hash)
    }
    this.#peaks.push(hash)
    this.#size++
  }

  /** The root over all of it; of nothing, the hash of nothing (RFC 6962, 2.1). */
  root(): Buffer {
    const [last, ...before] = this.#peaks.toReversed()
    return before.reduce((right, left) => hashOfPair(left, right), last ?? sha256(''))
  }
}
