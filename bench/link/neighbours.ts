import type { RawIdentity } from '#record/person/standard/standard.ts'
import { Draw } from '../draw.ts'

/** One agency's record of somebody made up, and the number of whom it is about. */
export interface MadeUp {
  readonly person: number
  readonly raw: RawIdentity
}

/**
 * Records of people who do not exist, in families of one to five under one roof, with the faults that records have. A
 * few surnames are most of them, as in Wales. They are for weight, not for accuracy: nothing may be learnt from them.
 * The same seed makes the same people, whatever is asked of them.
 */
export function* neighbours(records: number, seed: number): Generator<MadeUp> {
  const draw = new Draw(seed)
  let made = 0
  for (let person = 0; made < records; ) {
    const home = homeOf(draw)
    const surname = surnameOf(draw)
    const phone = phoneOf(draw)
    for (const one of draw.many(1 + draw.below(5), () => personOf(draw, surname, home, phone))) {
      for (let copies = 1 + draw.below(3); copies > 0 && made < records; copies--, made++) {
        yield { person, raw: asWritten(draw, one) }
      }
      person++
    }
  }
}

/** Another record of each of these people, as one more agency would write it, and in between records of newcomers. */
export function arrivalsAmong(known: readonly MadeUp[], newcomersInHundred: number, seed: number): RawIdentity[] {
  const draw = new Draw(seed)
  return known.map(({ raw }) =>
    draw.percent(newcomersInHundred)
      ? personOf(draw, surnameOf(draw), homeOf(draw), phoneOf(draw))
      : asWritten(draw, raw),
  )
}

function personOf(draw: Draw, surname: string, home: Home, phone: string): RawIdentity {
  const sex = draw.one(['female', 'male'])
  const [given, middle] = [givenOf(draw), draw.percent(70) ? givenOf(draw) : undefined]
  return {
    nhsNumber: numberOf(draw),
    nhsNumberStatus: draw.percent(80) ? '01' : '02',
    given,
    middle,
    surname: draw.percent(85) ? surname : surnameOf(draw),
    born: `${1925 + draw.below(100)}-${two(1 + draw.below(12))}-${two(1 + draw.below(28))}`,
    bornOrder: 'ymd',
    sex,
    addresses: [home],
    phones: draw.percent(60) ? [draw.percent(50) ? phone : phoneOf(draw)] : [],
    emails: draw.percent(30) ? [`${given}.${surname}${draw.below(100_000)}@example.com`] : [],
  }
}

/** What an agency wrote down of somebody: not everything, and not all of it right. */
function asWritten(draw: Draw, raw: RawIdentity): RawIdentity {
  const hasNumber = draw.percent(70)
  return {
    ...raw,
    nhsNumber: hasNumber ? raw.nhsNumber : undefined,
    nhsNumberStatus: hasNumber ? raw.nhsNumberStatus : undefined,
    given: draw.percent(6) ? mistyped(draw, raw.given ?? '') : raw.given,
    middle: draw.percent(50) ? raw.middle : undefined,
    surname: draw.percent(4) ? mistyped(draw, raw.surname ?? '') : draw.percent(3) ? surnameOf(draw) : raw.surname,
    born: draw.percent(2) ? undefined : raw.born,
    addresses: draw.percent(8) ? [homeOf(draw)] : raw.addresses,
    phones: draw.percent(50) ? raw.phones : [],
    emails: draw.percent(50) ? raw.emails : [],
  }
}

function mistyped(draw: Draw, name: string): string {
  const at = draw.below(Math.max(1, name.length))
  return name.slice(0, at) + draw.one([...'aeinorst']) + name.slice(at + 1)
}

interface Home {
  readonly lines: readonly string[]
  readonly town: string
  readonly postcode: string
  readonly uprn: string | undefined
}

/** Some 9,000 postcodes of a hundred doors: few, so that many live near one another. */
function homeOf(draw: Draw): Home {
  const [district, unit, door] = [1 + draw.below(40), draw.below(2000), 1 + draw.below(120)]
  const street = `${STREETS[unit % STREETS.length]} ${SOUNDS[unit % SOUNDS.length]}${SOUNDS[(unit * 7) % SOUNDS.length]}`
  const letters = `${LETTERS[unit % LETTERS.length]}${LETTERS[Math.floor(unit / 20) % LETTERS.length]}`
  return {
    lines: [`${door} ${street}`],
    town: `Aber${SOUNDS[district % SOUNDS.length]}`,
    postcode: `GH${district} ${Math.floor(unit / 400) + 1}${letters}`,
    uprn: draw.percent(40) ? `9990${district}${unit}${door}` : undefined,
  }
}

function surnameOf(draw: Draw): string {
  return draw.percent(45) ? commonOf(draw, SURNAMES) : `${draw.one(SOUNDS)}${draw.one(SOUNDS)}${draw.one(ENDINGS)}`
}

function givenOf(draw: Draw): string {
  return draw.percent(75) ? commonOf(draw, GIVEN) : `${draw.one(SOUNDS)}${draw.one(SOUNDS)}`
}

/** The first of a list far oftener than the last. */
function commonOf(draw: Draw, list: readonly string[]): string {
  return list[Math.min(draw.below(list.length), draw.below(list.length))] ?? ''
}

/** Nine digits that are never issued and the check digit that belongs to them. */
function numberOf(draw: Draw): string {
  for (;;) {
    const digits = `9${String(draw.below(100_000_000)).padStart(8, '0')}`
    const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check !== 10) return `${digits}${check}`
  }
}

function phoneOf(draw: Draw): string {
  return `077${String(draw.below(100_000_000)).padStart(8, '0')}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

const SURNAMES =
  'jones davies williams evans thomas roberts lewis hughes morgan griffiths edwards owen james price morris phillips rees lloyd harris jenkins parry richards powell bowen pritchard howells watkins humphreys pugh vaughan'.split(
    ' ',
  )
const GIVEN =
  'david john margaret mair sian rhys gareth elin megan huw ceri owain carys ifan dafydd catrin nia gwen emyr alun eleri bethan aled sioned rhian iwan geraint delyth gwyn menna dilys arwel heledd llinos meinir glenys eirlys tomos osian ffion lowri cai mared gethin hefin eurwen ieuan olwen'.split(
    ' ',
  )
const SOUNDS =
  'bran cad del fel gar hol kel lan mor nor pen rad sel tal ven wil bar cor dun esk fen gil han ker lam mel ned ors pol ran'.split(
    ' ',
  )
const ENDINGS = 'son ley ton wick ford er man well by den'.split(' ')
const STREETS = ['Heol', 'Stryd', 'Maes', 'Ffordd', 'Lôn', 'Bryn', 'Clos', 'Rhes']
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
