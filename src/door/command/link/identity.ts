import type { RawAddress, RawIdentity, RawName } from '#record/person/standard/standard.ts'
import type { PlacedColumn } from './columns.ts'
import type { PersonKind } from './map.ts'

/** Files may be of people who have long been dead. */
export const BORN_NOT_BEFORE = 1000

/** Takes what is known of a person from the values of a row. */
export type IdentityOf = (values: readonly string[]) => RawIdentity

/**
 * Reads a person from rows whose columns stand where they stand. Columns of one kind are taken in the order of the map:
 * several lines make one address, several telephone numbers are several. An alias is a name, or an address, besides.
 */
export function identityReader(columns: readonly PlacedColumn[]): IdentityOf {
  const own = placesOf(columns.filter(({ alias }) => alias !== true))
  const aliases = columns.filter(({ alias }) => alias === true)
  const aliasPlaces = placesOf(aliases)
  const bornOrder = columns.find(({ as }) => as === 'birthdate')?.order
  const born = dateReader(columns.filter(({ as }) => as === 'birthdate'))
  const died = dateReader(columns.filter(({ as }) => as === 'death'))
  const addresses = [addressReader(own), addressReader(aliasPlaces)].filter(reader => reader !== undefined)
  const names = aliases.map(nameReader).filter(reader => reader !== undefined)
  const { given, middle, surname, fullname, sex, nhs, phone, email } = own
  return values => ({
    nhsNumber: first(values, nhs),
    given: joined(values, given),
    middle: joined(values, middle),
    surname: joined(values, surname),
    fullname: joined(values, fullname),
    aliases: names.map(read => read(values)),
    born: born(values),
    bornOrder,
    bornNotBefore: BORN_NOT_BEFORE,
    sex: first(values, sex),
    addresses: addresses.map(read => read(values)),
    phones: all(values, phone),
    emails: all(values, email),
    died: died(values),
  })
}

type Places = Readonly<Record<PersonKind, readonly number[]>>

function placesOf(columns: readonly PlacedColumn[]): Places {
  const at = (kind: PersonKind) => columns.filter(({ as }) => as === kind).map(column => column.at)
  return {
    given: at('given'),
    middle: at('middle'),
    surname: at('surname'),
    fullname: at('fullname'),
    birthdate: at('birthdate'),
    sex: at('sex'),
    nhs: at('nhs'),
    line: at('line'),
    town: at('town'),
    postcode: at('postcode'),
    uprn: at('uprn'),
    phone: at('phone'),
    email: at('email'),
    death: at('death'),
  }
}

/** One alias a column: a maiden name is a surname of its own. */
function nameReader({ as, at }: PlacedColumn): ((values: readonly string[]) => RawName) | undefined {
  switch (as) {
    case 'given':
      return values => ({ given: values[at] })
    case 'surname':
      return values => ({ surname: values[at] })
    case 'fullname':
      return values => ({ fullname: values[at] })
    default:
      return undefined
  }
}

function addressReader({
  line,
  town,
  postcode,
  uprn,
}: Places): ((values: readonly string[]) => RawAddress) | undefined {
  if (line.length + town.length + postcode.length + uprn.length === 0) return undefined
  return values => ({
    lines: together(values, line),
    town: joined(values, town),
    postcode: first(values, postcode),
    uprn: first(values, uprn),
  })
}

/** A house number that stands in a column of its own belongs to the street in the next. */
function together(values: readonly string[], places: readonly number[]): string[] {
  const lines: string[] = []
  let number = ''
  for (const line of all(values, places)) {
    const isNumber = /^\d+[a-z]?$/i.test(line)
    if (!isNumber) lines.push(number === '' ? line : `${number} ${line}`)
    number = isNumber ? line : ''
  }
  if (number !== '') lines.push(number)
  return lines
}

/** A date as it is written; or, from three columns, as ISO 8601, as far as they go. */
function dateReader(columns: readonly PlacedColumn[]): (values: readonly string[]) => string | undefined {
  const whole = columns.find(({ part }) => part === undefined)?.at
  const [year, month, day] = (['year', 'month', 'day'] as const).map(part => columns.find(one => one.part === part)?.at)
  if (whole !== undefined || year === undefined) return values => (whole === undefined ? undefined : values[whole])
  return values => {
    const parts = [year, month, day].map(at => (at === undefined ? '' : (values[at] ?? '')))
    const missing = parts.indexOf('')
    return parts
      .slice(0, missing === -1 ? parts.length : missing)
      .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
      .join('-')
  }
}

function first(values: readonly string[], places: readonly number[]): string | undefined {
  for (const at of places) if (values[at] !== '') return values[at]
  return undefined
}

function all(values: readonly string[], places: readonly number[]): string[] {
  const found: string[] = []
  for (const at of places) {
    const value = values[at]
    if (value !== undefined && value !== '') found.push(value)
  }
  return found
}

function joined(values: readonly string[], places: readonly number[]): string | undefined {
  const [only] = places
  return places.length < 2 ? (only === undefined ? undefined : values[only]) : all(values, places).join(' ')
}
