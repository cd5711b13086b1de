/** Chance that repeats itself: the same seed, the same throws. Not for secrets. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
    // The first throws of neighbouring seeds are much alike.
    for (let skipped = 0; skipped < 4; skipped++) this.#next()
  }

  /** A whole number from 0 to one below the limit. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.#next() * 100 < share
  }

  oneOf<Thing>(things: readonly Thing[]): Thing {
    if (things.length === 0) throw new Error('one of nothing')
    return things[this.below(things.length)]!
  }

  /** Each with the same chance, at least one of them, in their order. */
  some<Thing>(things: readonly Thing[], share: number): Thing[] {
    const drawn = things.filter(() => this.percent(share))
    return drawn.length > 0 ? drawn : [this.oneOf(things)]
  }

  /** So many things, made one after the other. */
  many<Thing>(count: number, make: (index: number) => Thing): Thing[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }

  /** Mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md, in the public domain. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
