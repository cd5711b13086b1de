/** A list of whole numbers that grows, a fraction of the size of one of JavaScript's own. */
export class Grow {
  #numbers = new Int32Array(1024)
  #length = 0

  get length(): number {
    return this.#length
  }

  push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Int32Array(this.#length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#length++] = number
  }

  at(place: number): number | undefined {
    return this.#numbers[place]
  }

  /** Adds to the number at a place that has been pushed. */
  raise(place: number, by: number): void {
    this.#numbers[place] = (this.#numbers[place] ?? 0) + by
  }

  /** What is in it now, without a copy; not to be kept beyond the next push. */
  view(): Int32Array {
    return this.#numbers.subarray(0, this.#length)
  }

  /** What is in it, in memory that threads can share. */
  shared(): Int32Array {
    const shared = sharedInts(this.#length)
    shared.set(this.view())
    return shared
  }
}

/** So many whole numbers, all nought, in memory that threads can share. */
export function sharedInts(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT))
}
