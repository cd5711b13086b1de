import type { Drawing } from './chance.ts'

const BODIES = 10 ** 8
/** Prime, so that every body comes once before any comes again. */
const STEP = 61_803_397

/** NHS numbers that begin with 9, a range that is not issued: each different, every check digit right. */
export class NhsNumbers {
  #body: number

  constructor(drawing: Drawing) {
    this.#body = drawing.below(BODIES)
  }

  next(): string {
    for (;;) {
      this.#body = (this.#body + STEP) % BODIES
      const nine = `9${String(this.#body).padStart(8, '0')}`
      const check = checkDigit(nine)
      if (check < 10) return nine + check
    }
  }
}

/** Modulus 11. Source: NHS Data Dictionary, NHS NUMBER. 10 belongs to no number. */
function checkDigit(nine: string): number {
  let sum = 0
  for (let at = 0; at < 9; at++) sum += Number(nine[at]) * (10 - at)
  return (11 - (sum % 11)) % 11
}
