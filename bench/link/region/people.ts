import type { Drawing } from './chance.ts'
import { drawHome, type Home } from './homes.ts'
import type { Family, Names, Sex } from './names.ts'
import { NhsNumbers } from './nhs-numbers.ts'

/** Somebody, as they truly are. */
export interface Person {
  readonly person: number
  readonly household: number
  readonly group: string
  readonly tags: readonly string[]
  readonly given: string
  readonly middle: string
  readonly surname: string
  /** Of birth, or from before a marriage; empty when it never changed. */
  readonly formerSurname: string
  readonly sex: Sex
  /** ISO 8601. */
  readonly born: string
  readonly died: string
  readonly nhsNumber: string
  readonly phone: string
  readonly email: string
  readonly home: Home
  readonly formerHome: Home | undefined
  /** Of somebody of the same household: what is written on this one's record by mistake. */
  readonly relativesNumber: string
}

const THIS_YEAR = 2025
const INSTITUTION_PER_THOUSAND = 3

/** Households, one after another, for ever, in towns of so many streets. */
export function* households(drawing: Drawing, names: Names, streets: number): Generator<readonly Person[]> {
  const numbers = new NhsNumbers(drawing)
  let person = 0
  for (let household = 1; ; household++) {
    const members = drawing.happens(INSTITUTION_PER_THOUSAND / 1000)
      ? Array.from({ length: drawing.between(14, 40) }, () => memberAlone(drawing, names, drawing.between(70, 98)))
      : family(drawing, names)
    const isInstitution = members.length > 12
    const home = drawHome(drawing, streets)
    const phone = `01${drawing.digits(9)}`
    const people = members.map(member => {
      const own = drawing.happens(isInstitution ? 0.1 : 0.8) ? `07${drawing.digits(9)}` : phone
      return {
        ...member,
        person: ++person,
        household,
        tags: isInstitution ? ['institution'] : member.tags,
        nhsNumber: numbers.next(),
        phone: own,
        email: emailOf(drawing, member),
        home,
        formerHome: drawing.happens(0.3) ? drawHome(drawing, streets) : undefined,
        died: diedOf(drawing, member.born),
      }
    })
    yield people.map((one, index) => ({
      ...one,
      relativesNumber: people[(index + 1) % people.length]?.nhsNumber ?? one.nhsNumber,
    }))
    yield* newIdentity(drawing, people, numbers)
  }
}

type Member = Pick<Person, 'group' | 'tags' | 'given' | 'middle' | 'surname' | 'formerSurname' | 'sex' | 'born'>

function memberAlone(drawing: Drawing, names: Names, age: number): Member {
  return member(drawing, names, names.family(drawing), drawing.happens(0.5) ? 'F' : 'M', age)
}

function family(drawing: Drawing, names: Names): Member[] {
  const of = names.family(drawing)
  const age = drawing.between(19, 92)
  const first = member(drawing, names, of, drawing.happens(0.5) ? 'F' : 'M', age)
  if (drawing.happens(0.33)) return [first]
  const other = names.family(drawing)
  const sex = first.sex === 'F' ? 'M' : 'F'
  const second = member(
    drawing,
    names,
    drawing.happens(0.7) ? of : other,
    sex,
    Math.max(19, age + drawing.between(-6, 6)),
  )
  const couple = [first, second].map(one =>
    one.sex === 'F' && one.surname === of.surname ? married(drawing, names, one) : one,
  )
  const children: Member[] = []
  const count = age > 75 ? 0 : drawing.below(age > 55 ? 2 : 4)
  for (let child = 0; child < count; child++) {
    const childAge = Math.max(0, Math.min(age - 18, drawing.between(age - 45, age - 20)))
    children.push(
      ...(drawing.happens(0.03)
        ? twins(drawing, names, of, childAge)
        : [member(drawing, names, of, sexOf(drawing), childAge)]),
    )
  }
  return fatherAndSon(drawing, [...couple, ...children])
}

/** A woman who took the name of the household had another before. */
function married(drawing: Drawing, names: Names, one: Member): Member {
  return drawing.happens(0.8) ? { ...one, formerSurname: names.family(drawing).surname } : one
}

function twins(drawing: Drawing, names: Names, of: Family, age: number): Member[] {
  const one = member(drawing, names, of, sexOf(drawing), age)
  const other = member(drawing, names, of, drawing.happens(0.7) ? one.sex : sexOf(drawing), age)
  const given = other.given === one.given ? other.middle || `${other.given}-Wyn` : other.given
  return [
    { ...one, tags: ['twin'] },
    { ...other, given, born: one.born, tags: ['twin'] },
  ]
}

function fatherAndSon(drawing: Drawing, members: readonly Member[]): Member[] {
  const father = members.slice(0, 2).find(({ sex }) => sex === 'M')
  const son = members.slice(2).find(({ sex, tags }) => sex === 'M' && tags.length === 0)
  if (father === undefined || son === undefined || !drawing.happens(0.04)) return [...members]
  return members.map(one => {
    if (one === father) return { ...one, tags: ['senior'] }
    return one === son ? { ...one, given: father.given, surname: father.surname, tags: ['junior'] } : one
  })
}

function member(drawing: Drawing, names: Names, { group, surname }: Family, sex: Sex, age: number): Member {
  const year = THIS_YEAR - age
  const born = `${year}-${String(drawing.between(1, 12)).padStart(2, '0')}-${String(drawing.between(1, 28)).padStart(2, '0')}`
  const given = names.given(drawing, group, sex, year)
  const middle = drawing.happens(0.55) ? names.given(drawing, group, sex, year) : ''
  return { group, tags: [], given, middle: middle === given ? '' : middle, surname, formerSurname: '', sex, born }
}

function sexOf(drawing: Drawing): Sex {
  return drawing.happens(0.5) ? 'F' : 'M'
}

function emailOf(drawing: Drawing, { given, surname }: Member): string {
  const plain = `${given}.${surname}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase()
  return drawing.happens(0.5) ? `${plain}${drawing.below(1000)}@mail${drawing.below(40)}.example` : ''
}

function diedOf(drawing: Drawing, born: string): string {
  const age = THIS_YEAR - Number(born.slice(0, 4))
  if (!drawing.happens(age > 80 ? 0.15 : 0.004)) return ''
  return `${drawing.between(THIS_YEAR - 4, THIS_YEAR - 1)}-${String(drawing.between(1, 12)).padStart(2, '0')}-15`
}

/** Now and then somebody begins again under a new name and number. To everybody but themselves these are two people. */
function* newIdentity(
  drawing: Drawing,
  people: readonly Person[] | readonly Omit<Person, 'relativesNumber'>[],
  numbers: NhsNumbers,
) {
  const [one] = people
  if (one === undefined || !drawing.happens(0.0008)) return
  const other = {
    ...one,
    tags: ['oldid'],
    nhsNumber: numbers.next(),
    sex: one.sex === 'F' ? 'M' : 'F',
    given: one.sex === 'F' ? 'Alex' : 'Robin',
  } as const
  yield [{ ...other, person: -one.person, relativesNumber: other.nhsNumber }]
}
