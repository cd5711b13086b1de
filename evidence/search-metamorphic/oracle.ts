import type {
  CodeableConcept,
  Encounter,
  FhirResource,
  Location,
  Observation,
  Patient,
  Quantity,
  RiskAssessment,
} from 'fhir/r4.js'
import { BELOW, UCUM } from './corpus.ts'

/*
 * What a search should find, as somebody would work it out who has every resource in front of them. It shares no code with the
 * product: it has a fold, a rounding and a globe of its own, and a calendar (spans.ts).
 */

/** A text without what makes no difference to a search. */
export function plainly(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    ...{ ŵ: 'w', ŷ: 'y', â: 'a', ê: 'e', î: 'i', ô: 'o', û: 'u', é: 'e' },
    '’': "'",
  }
  return [...text.toLowerCase()].map(sign => signs[sign] ?? sign).join('')
}

/** A number that stands for all that rounds to it, and in which unit, where one is said. */
export interface AskedNumber {
  readonly number: string
  readonly unit?: { readonly system: string; readonly code: string }
}

/** How a quantity lies to a number. */
export function compareQuantity(prefix: string, quantity: Quantity, { number: asked, unit }: AskedNumber): boolean {
  const { comparator, system, code } = quantity
  // A unit of UCUM is known whole, so that what is asked in grams finds kilograms; all of the corpus is in those.
  const factor = unit?.system === UCUM && unit.code === 'g' && code === 'kg' ? 1_000 : 1
  const value = (quantity.value ?? 0) * factor
  const isUnit = unit === undefined || factor !== 1 || (unit.code === code && ['', system].includes(unit.system))
  if (!isUnit) return false
  const low = comparator === '<' ? Number.NEGATIVE_INFINITY : value
  const high = comparator === '>' ? Number.POSITIVE_INFINITY : value
  const number = Number(asked)
  const half = 0.5 / 10 ** (asked.split('.')[1] ?? '').length
  const isIt = low >= number - half && high < number + half
  switch (prefix) {
    case 'eq':
      return isIt
    case 'ne':
      return !isIt
    case 'gt':
      return high > number
    case 'ge':
      return high >= number
    case 'lt':
      return low < number
    case 'le':
      return low <= number
    case 'sa':
      return low > number
    case 'eb':
      return high < number
    default:
      return low <= number * 1.1 && high >= number * 0.9
  }
}

/** Every name of somebody, part by part; of a place, its name. */
export function namesOf(resource: FhirResource): string[] {
  const { name } = resource as Patient | Location
  if (typeof name === 'string') return [name]
  return (name ?? []).flatMap(({ family, given = [] }) => [...(family === undefined ? [] : [family]), ...given])
}

/** Whom something is about. */
export function subjectOf(resource: FhirResource): string | undefined {
  return (resource as Observation | Encounter).subject?.reference?.replace('Patient/', '')
}

/** Of which stay something is. */
export function encounterOf(resource: FhirResource): string | undefined {
  return (resource as Observation | RiskAssessment).encounter?.reference?.replace('Encounter/', '')
}

/** The measurements that one leads to. */
export function membersOf(resource: FhirResource): string[] {
  return ((resource as Observation).hasMember ?? []).map(({ reference = '' }) => reference.replace('Observation/', ''))
}

/** A code of the corpus's own and all below it, or all above it. */
export function related(which: 'above' | 'below', code: string): string[] {
  const up = (one: string | undefined): string[] => (one === undefined ? [] : [one, ...up(BELOW[one])])
  return which === 'above' ? up(code) : Object.keys(BELOW).filter(one => up(one).includes(code))
}

/** Whether an address is another, or lies below it by its slashes. */
export function isBelow(address: string, other: string): boolean {
  return address === other || address.startsWith(other.endsWith('/') ? other : `${other}/`)
}

/** The codes of a concept. */
export function codesOf(concept: CodeableConcept | undefined): { readonly system: string; readonly code: string }[] {
  return (concept?.coding ?? []).map(({ system = '', code = '' }) => ({ system, code }))
}

/** Whether some of several texts has a word that begins like this. */
export function hasWord(texts: readonly string[], word: string): boolean {
  return texts.some(text =>
    plainly(text)
      .split(/\s+/)
      .some(one => one.startsWith(plainly(word))),
  )
}

/** Every text that stands anywhere in a resource. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** How far a place is from a point, kilometres, by the law of cosines. */
export function kilometresTo({ position }: Location, latitude: number, longitude: number): number {
  if (position === undefined) return Number.POSITIVE_INFINITY
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [one, other] = [rad(position.latitude), rad(latitude)]
  const apart = Math.cos(rad(position.longitude - longitude))
  const cosine = Math.sin(one) * Math.sin(other) + Math.cos(one) * Math.cos(other) * apart
  return 6371 * Math.acos(Math.min(1, cosine))
}
