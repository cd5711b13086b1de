import type { StandardName } from '#record/person/standard/standard.ts'
import type { Column } from '../bulk/columns.ts'
import { textCount } from '../bulk/texts.ts'
import { halfBitsOf, type RarityTable } from '../model.ts'

/** Full names of fewer people than this stay out of the model. */
const PEOPLE_MIN = 3
/** How many people of a surname the first name's own frequency counts for. */
const WEIGHT_OF_ALL = 20
/** Half bits by which a first name must be less rare beside a surname to be written down. */
const HALF_BITS_MIN = 2
/** More birth dates than there are. */
const DAYS = 2 ** 24

/**
 * How rare a first name is among the people of one surname, where it is less rare than among all: names come in
 * families and languages, and two rare names that go together are not two pieces of luck. Two records of one name and
 * birth date count as one person.
 */
export class FullNames {
  readonly #names: Column
  readonly #numbers = new Map<string, number>()
  /** The full name that each value of the column says first; -1 for half a name. */
  readonly #full: Int32Array

  constructor(names: Column) {
    this.#names = names
    this.#full = new Int32Array(textCount(names.values)).fill(-1)
  }

  /** Takes the first name of a value of the column. */
  add(number: number, first: StandardName | undefined): void {
    if (first === undefined || first.given === '' || first.surname === '') return
    const text = `${first.given} ${first.surname}`
    const known = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, known)
    this.#full[number] = known
  }

  /** Half bits by `given surname`. */
  besideSurnames(born: Column, given: RarityTable): Record<string, number> {
    const people = this.#peopleByName(born.numbers)
    const bySurname = new Map<string, number>()
    for (const [name, count] of people) {
      const [, surname = ''] = name.split(' ')
      bySurname.set(surname, (bySurname.get(surname) ?? 0) + count)
    }
    const rare: Record<string, number> = {}
    for (const [name, count] of people) {
      if (count < PEOPLE_MIN) continue
      const [first = '', surname = ''] = name.split(' ')
      const alone = given.values[first] ?? given.rarest
      const all = bySurname.get(surname) ?? count
      const beside = halfBitsOf((count - 1 + WEIGHT_OF_ALL * 2 ** (-alone / 2)) / (all + WEIGHT_OF_ALL))
      if (beside <= alone - HALF_BITS_MIN) rare[name] = beside
    }
    return rare
  }

  /** How many people there are of each full name: different birth dates. */
  #peopleByName(born: Int32Array): Map<string, number> {
    const people = Float64Array.from(this.#names.numbers, (name, record) => {
      const [full, day] = [name === -1 ? -1 : (this.#full[name] ?? -1), born[record] ?? -1]
      return full === -1 || day === -1 ? -1 : full * DAYS + day
    }).sort()
    const counts = new Int32Array(this.#numbers.size)
    let before = -1
    for (const person of people) {
      if (person === before) continue
      before = person
      const full = Math.floor(person / DAYS)
      counts[full] = (counts[full] ?? 0) + 1
    }
    return new Map([...this.#numbers].map(([name, number]) => [name, counts[number] ?? 0]))
  }
}
