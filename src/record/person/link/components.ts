/**
 * Which things are together when these pairs are (union-find). Things are whole numbers from 0 up to a bound; answers
 * the smallest of those each is together with, its own number when it is alone.
 */
export class Components {
  readonly #parent: Float64Array

  constructor(bound: number) {
    this.#parent = Float64Array.from({ length: bound }, (_, number) => number)
  }

  join(one: number, other: number): void {
    const [a, b] = [this.smallest(one), this.smallest(other)]
    this.#parent[Math.max(a, b)] = Math.min(a, b)
  }

  smallest(number: number): number {
    let at = number
    for (let next = this.#parent[at]!; next !== at; next = this.#parent[at]!) {
      this.#parent[at] = this.#parent[next]!
      at = this.#parent[at]!
    }
    return at
  }
}
