import type { Column, Columns } from '../bulk/columns.ts'
import { textCount, textReader } from '../bulk/texts.ts'
import { columnOf } from '../bulk/values.ts'
import { commonHash } from '../common.ts'
import { ADDRESS, homesOf } from '../compare/address.ts'
import { EMAIL } from '../compare/email.ts'
import type { Field } from '../compare/field.ts'
import { FIELD_AT } from '../compare/fields.ts'
import { PHONE } from '../compare/phone.ts'

/** More people than this in one home are no household: it is a care home, a hostel, a ward. */
const PEOPLE_OF_HOME_MAX = 12
/** Of few records a telephone number that so many hold is common; of many, one that a four-thousandth of them holds. */
const HOLDERS_MAX = 60
const SHARE_OF_HOLDERS = 4000

/** Hashes of what too many hold for it to say anything: telephone numbers, e-mail addresses and homes. */
export function commonValues(columns: Columns): string[] {
  const most = Math.max(HOLDERS_MAX, columns.records / SHARE_OF_HOLDERS)
  const phones = holders(columns, FIELD_AT.phone, PHONE, phones => phones)
  const emails = holders(columns, FIELD_AT.email, EMAIL, emails => emails)
  return [
    ...above(most, phones).map(phone => commonHash('phone', phone)),
    ...above(most, emails).map(email => commonHash('email', email)),
    ...homesOfMany(columns).map(home => commonHash('home', home)),
  ]
}

function above(most: number, counts: ReadonlyMap<string, number>): string[] {
  return [...counts].filter(([, count]) => count > most).map(([value]) => value)
}

/** How many records hold each of the parts that a field's values have. */
function holders<Value>(
  columns: Columns,
  index: number,
  field: Field<Value>,
  partsOf: (value: Value) => readonly string[],
): Map<string, number> {
  const column = columnOf(columns, index, field)
  const textOf = textReader(column.values)
  const counts = new Map<string, number>()
  for (const [number, count] of countsOf(column).entries()) {
    for (const part of partsOf(field.read(textOf(number)))) counts.set(part, (counts.get(part) ?? 0) + count)
  }
  return counts
}

/** How many records hold each value of a column. */
export function countsOf({ numbers, values }: Column): Int32Array {
  const counts = new Int32Array(textCount(values))
  for (const number of numbers) if (number >= 0) counts[number] = (counts[number] ?? 0) + 1
  return counts
}

/** Homes of more people than a household has: two records of one name and birth date count as one person. */
function homesOfMany(columns: Columns): string[] {
  const addresses = columnOf(columns, FIELD_AT.address, ADDRESS)
  const textOf = textReader(addresses.values)
  const homesIn = (number: number) => ADDRESS.read(textOf(number)).flatMap(homesOf)
  const suspects = new Set(
    above(
      PEOPLE_OF_HOME_MAX,
      holders(columns, FIELD_AT.address, ADDRESS, all => all.flatMap(homesOf)),
    ),
  )
  if (suspects.size === 0) return []
  const homes = new Map<number, string[]>()
  for (let number = 0; number < textCount(addresses.values); number++) {
    const suspected = homesIn(number).filter(home => suspects.has(home))
    if (suspected.length > 0) homes.set(number, suspected)
  }
  const people = new Map<string, Set<string>>()
  const [names, born] = [columns.fields[FIELD_AT.names]?.numbers, columns.fields[FIELD_AT.birthDate]?.numbers]
  for (const [record, number] of addresses.numbers.entries()) {
    for (const home of homes.get(number) ?? []) {
      const known = people.get(home) ?? new Set()
      people.set(home, known.add(`${names?.[record]} ${born?.[record]}`))
    }
  }
  return [...people].filter(([, all]) => all.size > PEOPLE_OF_HOME_MAX).map(([home]) => home)
}
