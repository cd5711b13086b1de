/** What chance draws from a seed: the same seed, the same draws in the same order (mulberry32). */
export class Draw {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** A whole number from 0 up to, not including, a bound below 2^32. */
  below(bound: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }

  /** One of them; there is one. */
  one<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!
  }

  /** True so many times in a hundred. */
  percent(share: number): boolean {
    return this.below(100) < share
  }

  /** Each of them so many times in a hundred, in their order, but one at least; there is one. */
  some<Thing>(things: readonly Thing[], share: number): Thing[] {
    const drawn = things.filter(() => this.percent(share))
    return drawn.length > 0 ? drawn : [this.one(things)]
  }

  /** So many things, made one after the other. */
  many<Thing>(count: number, make: (index: number) => Thing): Thing[] {
    return Array.from({ length: count }, (_, index) => make(index))
  }
}
