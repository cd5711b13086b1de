import type { RawIdentity } from '../standard/standard.ts'
import { standardise } from '../standard/standardise.ts'
import { type MatchRecord, onlyStandard } from './record.ts'

/** A record of an invented person, and which person that is. */
export interface KnownRecord {
  readonly record: MatchRecord
  readonly person: number
}

const GIVEN =
  'Mair Siân Dafydd Gwilym Eluned Rhys Carys Huw Ffion Ieuan Nia Owain Megan Alun Beca Tomos Sara Emyr Lowri Idris'
const MIDDLE = 'Ann Wyn Elen Lloyd Mai Prys Gwen Glyn'
const SURNAMES =
  'Pritchard Jones Davies Evans Williams Bevan Hopcyn Tudur Rees Morgan Nantlais Treharne Gethin Maddocks Penry'
const STREETS = ['Stryd y Bont', 'Heol Fawr', 'Maes y Dre', 'Allt y Coed', 'Church Road', 'Bridge Street', 'Tan y Bryn']
const TOWNS = ['Tregarreg', 'Aberhafren', 'Llanddewi']

/**
 * Records of invented households, the same for the same seed: parents, children, some twins, a father and son of one
 * name; two to four records of each, written by agencies that slip, shorten, leave out and move.
 */
export function knownRecords(households: number, seed: number): KnownRecord[] {
  const draw = drawing(seed)
  const records: KnownRecord[] = []
  let person = 0
  for (let household = 0; household < households; household++) {
    for (const identity of householdOf(draw, household)) {
      const count = 1 + draw.below(3)
      for (let one = 0; one < count; one++)
        records.push({ record: onlyStandard(standardise(worn(draw, identity))), person })
      person++
    }
  }
  return records
}

interface Identity {
  readonly given: string
  readonly middle: string
  readonly surname: string
  readonly born: readonly [year: number, month: number, day: number]
  readonly sex: 'F' | 'M'
  readonly number: string
  readonly phone: string
  readonly home: { readonly line: string; readonly town: string; readonly postcode: string }
}

function householdOf(draw: Draw, household: number): Identity[] {
  const surname = draw.one(SURNAMES.split(' '))
  const postcode = `GH${1 + (household % 9)} ${1 + (household % 8)}${LETTERS[household % 20]}${LETTERS[(household >> 4) % 20]}`
  const home = { line: `${1 + draw.below(90)} ${draw.one(STREETS)}`, town: draw.one(TOWNS), postcode }
  const phone = `07700 9${String(household).padStart(5, '0')}`
  const parent = somebody(draw, { surname, home, phone, year: 1940 + draw.below(40) })
  const family = [parent, somebody(draw, { surname, home, phone, year: parent.born[0] + draw.below(4) })]
  if (draw.happens(0.3))
    family.push({ ...somebody(draw, { surname, home, phone, year: parent.born[0] + 28 }), given: parent.given })
  if (draw.happens(0.5))
    family.push(somebody(draw, { surname, home, phone, year: parent.born[0] + 25 + draw.below(12) }))
  const last = family.at(-1)
  if (last !== undefined && draw.happens(0.1))
    family.push({ ...somebody(draw, { surname, home, phone, year: 0 }), born: last.born })
  return family
}

const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'

function somebody(draw: Draw, family: Pick<Identity, 'surname' | 'home' | 'phone'> & { year: number }): Identity {
  const { year, ...shared } = family
  return {
    ...shared,
    given: draw.one(GIVEN.split(' ')),
    middle: draw.one(MIDDLE.split(' ')),
    born: [year, 1 + draw.below(12), 1 + draw.below(28)],
    sex: draw.happens(0.5) ? 'F' : 'M',
    number: nhsNumber(draw),
  }
}

/** Beginning with 9, which is not issued, and with a check digit that is right. */
function nhsNumber(draw: Draw): string {
  for (;;) {
    const nine = `9${String(draw.below(1e8)).padStart(8, '0')}`
    const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${nine}${check}`
  }
}

/** As one agency has written somebody down. */
function worn(draw: Draw, { given, middle, surname, born, sex, number, phone, home }: Identity): RawIdentity {
  const [year, month, day] = draw.happens(0.03)
    ? [born[0], born[2] > 12 ? born[1] : born[2], born[2] > 12 ? born[2] : born[1]]
    : born
  const names = draw.happens(0.02)
    ? { given: surname, surname: given }
    : { given: slip(draw, given), surname: slip(draw, surname) }
  return {
    ...names,
    given: draw.happens(0.02) ? given.charAt(0) : names.given,
    middle: draw.happens(0.3) ? middle : draw.happens(0.2) ? middle.charAt(0) : '',
    born: draw.happens(0.08) ? '' : draw.happens(0.02) ? `${year}-01-01` : [year, month, day].map(two).join('-'),
    sex: draw.happens(0.05) ? '' : sex,
    nhsNumber: draw.happens(0.5) ? number : '',
    phones: draw.happens(0.4) ? [phone] : [],
    addresses: draw.happens(0.15)
      ? [
          {
            lines: [`${1 + draw.below(90)} ${draw.one(STREETS)}`],
            town: draw.one(TOWNS),
            postcode: `GH9 ${draw.below(9)}${LETTERS[draw.below(20)]}A`,
          },
        ]
      : [{ lines: [home.line], town: home.town, postcode: draw.happens(0.05) ? '' : home.postcode }],
  }
}

function slip(draw: Draw, text: string): string {
  const at = draw.below(text.length)
  return draw.happens(0.05) ? `${text.slice(0, at)}${text.slice(at + 1)}` : text
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

interface Draw {
  below(limit: number): number
  happens(share: number): boolean
  one<Item>(items: readonly Item[]): Item
}

/** The same numbers every time for one seed: xorshift (G. Marsaglia, JSS 8:14, 2003). */
export function drawing(seed: number): Draw {
  let state = (seed * 2654435761) | 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    happens: share => next() < share,
    one(items) {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to draw from')
      return item
    },
  }
}
