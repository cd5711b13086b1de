import type { Drawing } from './chance.ts'
import { inOtherLanguage, type Rates, shortened, slipped, withoutAccents } from './errors.ts'
import type { Person } from './people.ts'
import { SOURCES, type Source } from './sources.ts'

/** The columns of the records, in the order of the file. */
export const COLUMNS = [
  'source',
  'nhs_number',
  'title',
  'given_name',
  'middle_names',
  'surname',
  'date_of_birth',
  'sex',
  'address_line',
  'town',
  'postcode',
  'uprn',
  'phone',
  'email',
  'date_of_death',
  'recorded_on',
] as const

/** What the agencies hold of somebody: a row each, most of them with something wrong or missing. */
export function recordsOf(drawing: Drawing, person: Person, rates: Rates): string[][] {
  return SOURCES.filter(({ share }) => drawing.happens(share)).flatMap(source => {
    const copies = drawing.happens(source.twice) ? 2 : 1
    return Array.from({ length: copies }, () => recordOf(drawing, person, source, rates))
  })
}

function recordOf(drawing: Drawing, person: Person, source: Source, rates: Rates): string[] {
  const write = writer(drawing, rates)
  const [given, middle, surname] = namesOf(drawing, person, rates)
  const home = person.formerHome !== undefined && drawing.happens(rates.formerHome) ? person.formerHome : person.home
  const language = drawing.happens(0.3) ? 0 : 1
  return [
    source.code,
    drawing.happens(source.number) ? numberOf(drawing, person, rates) : '',
    drawing.happens(0.4) ? (person.sex === 'F' ? drawing.one(['Mrs', 'Miss', 'Ms']) : 'Mr') : '',
    write(given),
    drawing.happens(0.5) ? write(drawing.happens(0.3) ? middle.charAt(0) : middle) : '',
    write(surname),
    drawing.happens(source.noBirthDate) ? '' : birthDateOf(drawing, person.born, rates),
    drawing.happens(0.02) ? '' : person.sex,
    write(`${home.number} ${home.street[language]}`),
    write(home.town[drawing.happens(0.25) ? 0 : 1]),
    postcodeOf(drawing, home.postcode, source, rates),
    drawing.happens(source.uprn) ? home.uprn : '',
    phoneOf(drawing, person, source, rates),
    emailOf(drawing, person, source, rates),
    drawing.happens(0.7) ? person.died : '',
    `20${drawing.between(10, 25)}-${String(drawing.between(1, 12)).padStart(2, '0')}-${String(drawing.between(1, 28)).padStart(2, '0')}`,
  ]
}

function writer(drawing: Drawing, rates: Rates): (text: string) => string {
  const plain = drawing.happens(rates.lostAccents)
  const letterCase = drawing.happens(rates.otherCase) ? drawing.below(2) : -1
  return text => {
    const slip = drawing.happens(rates.typo) ? slipped(drawing, text) : text
    const letters = plain ? withoutAccents(slip) : slip
    return letterCase === -1 ? letters : letterCase === 0 ? letters.toUpperCase() : letters.toLowerCase()
  }
}

function namesOf(drawing: Drawing, person: Person, rates: Rates): [string, string, string] {
  let { given, middle, surname } = person
  if (drawing.happens(rates.welshOrEnglish)) given = inOtherLanguage(given)
  else if (drawing.happens(rates.shortName)) given = shortened(drawing, given)
  if (person.formerSurname !== '' && drawing.happens(rates.formerSurname)) surname = person.formerSurname
  const isNew = person.born.startsWith('2025') || person.born.startsWith('2024')
  if (isNew && drawing.happens(rates.babyName)) given = 'Baby'
  else if (middle !== '' && drawing.happens(rates.middleAsFirst)) [given, middle] = [middle, given]
  else if (drawing.happens(rates.initialOnly)) given = given.charAt(0)
  if (drawing.happens(rates.swappedNames)) [given, surname] = [surname, given]
  return [given, middle, surname]
}

function numberOf(drawing: Drawing, person: Person, rates: Rates): string {
  if (drawing.happens(rates.relativesNumber)) return person.relativesNumber
  if (drawing.happens(rates.placeholder * 0.1)) return '9999999999'
  const number = person.nhsNumber
  if (drawing.happens(rates.damagedNumber)) {
    const at = drawing.between(1, 9)
    return number.slice(0, at) + ((Number(number[at]) + drawing.between(1, 9)) % 10) + number.slice(at + 1)
  }
  return drawing.happens(0.2) ? number.replace(/(...)(...)(....)/, '$1 $2 $3') : number
}

function birthDateOf(drawing: Drawing, born: string, rates: Rates): string {
  const [year = '', month = '', day = ''] = born.split('-')
  if (drawing.happens(rates.turnedDate) && Number(day) <= 12) return `${year}-${day}-${month}`
  if (drawing.happens(rates.proxyDate)) return `${year}-01-01`
  if (!drawing.happens(rates.wrongDate)) return born
  const two = (number: number) => String(number).padStart(2, '0')
  switch (drawing.below(4)) {
    case 0:
      return `${year}-${month}-${two(drawing.between(1, 28))}`
    case 1:
      return `${year}-${two(drawing.between(1, 12))}-${day}`
    case 2:
      return `${Number(year) + drawing.one([-10, -1, 1, 10])}-${month}-${day}`
    default:
      return `${year}-${month}-${two(Math.max(1, Math.min(28, Number(day) + drawing.one([-1, 1]))))}`
  }
}

function postcodeOf(drawing: Drawing, postcode: string, source: Source, rates: Rates): string {
  if (drawing.happens(source.noPostcode)) return ''
  if (drawing.happens(rates.pseudoPostcode)) return 'ZZ99 3VZ'
  const written = drawing.happens(rates.damagedPostcode) ? slipped(drawing, postcode).toUpperCase() : postcode
  const spaced = drawing.happens(0.2) ? written.replace(' ', '') : written
  return drawing.happens(0.05) ? spaced.toLowerCase() : spaced
}

function phoneOf(drawing: Drawing, { phone }: Person, source: Source, rates: Rates): string {
  if (!drawing.happens(source.phone)) return ''
  if (drawing.happens(rates.placeholder)) return '07000000000'
  return drawing.happens(0.25) ? `+44${phone.slice(1)}` : phone
}

function emailOf(drawing: Drawing, { email }: Person, source: Source, rates: Rates): string {
  if (!drawing.happens(source.email * 2)) return ''
  if (drawing.happens(rates.placeholder)) return 'noemail@noemail.com'
  return email !== '' && drawing.happens(rates.typo) ? slipped(drawing, email) : email
}
