import type { Patient } from 'fhir/r4.js'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { seedId } from '#seed/seed-id.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { nhsNumberIdentifier } from '../patient.ts'

/** A record of an invented neighbour that was kept, and which neighbour that is. */
export interface KnownNeighbour {
  readonly recordId: string
  readonly person: number
}

const AGENCIES = ['bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'tai-clicied'] as const
const GIVEN = 'Mair Siân Dafydd Gwilym Eluned Rhys Carys Huw Ffion Ieuan Nia Owain Megan Alun Beca Tomos'.split(' ')
const SURNAMES = 'Pritchard Jones Davies Evans Williams Bevan Hopcyn Tudur Rees Gethin Maddocks Penry'.split(' ')

/** Keeps two records of each of so many people, in families, by two of three agencies. Nothing links them. */
export async function neighbours(store: Store, people: number, seed = 1): Promise<KnownNeighbour[]> {
  const draw = drawing(seed)
  const known: KnownNeighbour[] = []
  for (let person = 0; person < people; person++) {
    const neighbour = somebody(draw, person, seed)
    for (const [copy, agency] of [AGENCIES[person % 3]!, AGENCIES[(person + 1) % 3]!].entries()) {
      const key = { organisationId: seedId.organisation(agency), localId: `N${seed}-${person}-${copy}` }
      const patient = asWritten(draw, neighbour, copy)
      const { id } = await transactionInTurn(store, tx => keepSourceRecord(tx, key, () => patient, undefined))
      known.push({ recordId: id, person })
    }
  }
  return known
}

interface Neighbour {
  readonly given: string
  readonly family: string
  readonly born: string
  readonly gender: 'female' | 'male'
  readonly number: string
  readonly line: string
  readonly postcode: string
  readonly phone: string
}

/** Three of a household. */
function somebody(draw: Draw, person: number, seed: number): Neighbour {
  const home = Math.floor(person / 3)
  return {
    given: GIVEN[draw(GIVEN.length)]!,
    family: SURNAMES[(home * 7 + seed) % SURNAMES.length]!,
    born: `${1930 + draw(70)}-${two(1 + draw(12))}-${two(2 + draw(26))}`,
    gender: draw(2) === 0 ? 'female' : 'male',
    number: numberFrom(100_000 * seed + person * 11),
    line: `${1 + (home % 90)} Stryd y Bont`,
    postcode: `GH${1 + (home % 9)} ${1 + (Math.floor(home / 9) % 9)}AB`,
    phone: `07700 9${two(home % 100)}${two(Math.floor(home / 100) % 100)}${person % 10}`,
  }
}

/** The second agency slips, leaves out and has half of the numbers. */
function asWritten(draw: Draw, { given, family, born, ...one }: Neighbour, copy: number): Patient {
  const slips = copy === 1 && draw(10) === 0
  const hasNumber = copy === 0 || draw(2) === 0
  return {
    resourceType: 'Patient',
    identifier: hasNumber ? [nhsNumberIdentifier(parseNhsNumber(one.number)!, true)] : [],
    name: [{ use: 'official', family: slips ? family.slice(1) : family, given: [given] }],
    ...(copy === 1 && draw(15) === 0 ? {} : { birthDate: born }),
    gender: one.gender,
    address: [{ line: [one.line], postalCode: one.postcode }],
    telecom: draw(2) === 0 ? [{ system: 'phone', value: one.phone }] : [],
  }
}

function numberFrom(start: number): string {
  for (let digits = 999_000_000 + (start % 999_000); ; digits++) {
    for (let check = 0; check < 10; check++) {
      const number = parseNhsNumber(`${digits}${check}`)
      if (number !== undefined) return number
    }
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

type Draw = (below: number) => number

/** The same numbers every time for one seed: xorshift (G. Marsaglia, JSS 8:14, 2003). */
function drawing(seed: number): Draw {
  let state = (seed * 2654435761) | 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * below)
  }
}
