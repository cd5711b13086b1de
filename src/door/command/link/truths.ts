import { Grow } from '#record/person/matching/bulk/grow.ts'
import { TextNumbers } from '#record/person/matching/bulk/texts.ts'

/** Who each record truly is, by a number, as a column of the files says. */
export class Truths {
  readonly #numbers = new TextNumbers()
  readonly #ofRecords = new Grow()

  /** The next record is this one; -1 where nothing is said. */
  add(cluster: string): void {
    this.#ofRecords.push(cluster === '' ? -1 : this.#numbers.numberOf(cluster))
  }

  ofRecords(): Int32Array {
    return this.#ofRecords.view()
  }
}
