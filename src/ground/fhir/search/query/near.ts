import type { Criterion } from './criterion.ts'
import { plain, split } from './split.ts'

/** How far from a point it looks where the query does not say, kilometres. */
const DISTANCE_KM = 5
/** Further than that is the whole of the earth, kilometres. */
const DISTANCE_KM_MAX = 20_000

const METRES: Readonly<Record<string, number>> = { km: 1_000, m: 1, '[mi_us]': 1_609.347, '[mi_i]': 1_609.344 }

/** `latitude|longitude|distance|unit`. Source: FHIR R4, Location.near. */
export function nearOf(value: string): Criterion | undefined {
  const [latitude, longitude, distance = String(DISTANCE_KM), unit = 'km', ...more] = split(value, '|').map(plain)
  const metres = METRES[unit === '' ? 'km' : unit]
  const numbers = [latitude, longitude, distance].map(text =>
    /^-?\d{1,6}(\.\d{1,20})?$/.test(text ?? '') ? Number(text) : Number.NaN,
  )
  const [lat = Number.NaN, long = Number.NaN, far = Number.NaN] = numbers
  const isThere = Math.abs(lat) <= 90 && Math.abs(long) <= 180 && far >= 0 && far <= DISTANCE_KM_MAX * 1_000
  if (metres === undefined || more.length > 0 || !isThere) return undefined
  return { is: 'near', latitude: lat, longitude: long, metres: far * metres }
}
