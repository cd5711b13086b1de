import type { StandardName } from '#record/person/standard/standard.ts'
import type { Columns } from '../bulk/columns.ts'
import { textCount } from '../bulk/texts.ts'
import { valueReader } from '../bulk/values.ts'
import { FIELD_AT } from '../compare/fields.ts'
import { NAMES } from '../compare/names.ts'
import { halfBitsOf, type RarityTable } from '../model.ts'

/** Full names of fewer people than this stay out of the model. */
const PEOPLE_MIN = 3
/** How many people of a surname the first name's own frequency counts for. */
const WEIGHT_OF_ALL = 20
/** Half bits by which a first name must be less rare beside a surname to be written down. */
const HALF_BITS_MIN = 2

/**
 * How rare a first name is among the people of one surname, where it is less rare than among all: names come in
 * families and languages, and two rare names that go together are not two pieces of luck. Two records of one name and
 * birth date count as one person. Keys are `given surname`.
 */
export function fullNames(columns: Columns, given: RarityTable): Record<string, number> {
  const [names, born] = [columns.fields[FIELD_AT.names], columns.fields[FIELD_AT.birthDate]]
  if (names === undefined || born === undefined) return {}
  const read = Array.from({ length: textCount(names.values) }, (_, number) => valueReader(names, NAMES.read)(number))
  const people = peopleByName(read, names.numbers, born.numbers)
  const bySurname = new Map<string, number>()
  for (const [name, count] of people) {
    const surname = name.slice(name.indexOf(' ') + 1)
    bySurname.set(surname, (bySurname.get(surname) ?? 0) + count)
  }
  const rare: Record<string, number> = {}
  for (const [name, count] of people) {
    if (count < PEOPLE_MIN) continue
    const space = name.indexOf(' ')
    const alone = given.values[name.slice(0, space)] ?? given.rarest
    const all = bySurname.get(name.slice(space + 1)) ?? count
    const beside = halfBitsOf((count - 1 + WEIGHT_OF_ALL * 2 ** (-alone / 2)) / (all + WEIGHT_OF_ALL))
    if (beside <= alone - HALF_BITS_MIN) rare[name] = beside
  }
  return rare
}

/** How many people there are of each full name: different birth dates of the first name that a record says. */
function peopleByName(
  read: readonly (readonly StandardName[])[],
  names: Int32Array,
  born: Int32Array,
): Map<string, number> {
  const numbers = new Map<string, number>()
  const nameOf = Int32Array.from(read, ([first]) => {
    if (first === undefined || first.given === '' || first.surname === '') return -1
    const text = `${first.given} ${first.surname}`
    const known = numbers.get(text) ?? numbers.size
    numbers.set(text, known)
    return known
  })
  const people = Float64Array.from(names, (name, record) => {
    const [full, day] = [name === -1 ? -1 : (nameOf[name] ?? -1), born[record] ?? -1]
    return full === -1 || day === -1 ? -1 : full * 2 ** 26 + day
  }).sort()
  const counts = new Int32Array(numbers.size)
  let before = -1
  for (const person of people) {
    if (person === before) continue
    before = person
    const full = Math.floor(person / 2 ** 26)
    counts[full] = (counts[full] ?? 0) + 1
  }
  return new Map([...numbers].map(([name, number]) => [name, counts[number] ?? 0]))
}
