import type { Draw } from '../draw.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const CHANGES_MAX = 3
const DEEP = 3_000

/** What stands in place of a value, in whatever a program may do with it. */
const VALUES: readonly (() => Json)[] = [
  () => null,
  () => true,
  () => -1,
  () => 1e308,
  () => '',
  () => 'x'.repeat(5_000),
  () => '\ud800',
  () => "'; drop table person; --",
  () => '../../etc/passwd',
  () => '9999-99-99T99:99:99Z',
  () => 'Patient/../Patient/__proto__',
  () => [],
  () => ({}),
  () => [[[]]],
  () => ({ resourceType: 'constructor' }),
  () => ({ reference: 'urn:uuid:00000000-0000-0000-0000-000000000000' }),
  () => ({ system: '__proto__', value: 'constructor' }),
]

/**
 * A bundle, or whatever else is JSON, that has been spoilt in a few places where its structure has joints: a value becomes
 * another or is of another kind, a part is gone, comes very often, is another part of the whole, or has a name that every
 * object has; now and then one goes very deep. What comes of it is JSON still.
 */
export function spoiltJson(draw: Draw, text: string): string {
  const whole = JSON.parse(text) as Json
  for (let changes = 1 + draw.below(CHANGES_MAX); changes > 0; changes--) spoilOnce(draw, whole)
  const spoiled = JSON.stringify(whole)
  return draw.percent(3) ? spoiled.replace(/"[^"]{3,20}"(?=[,}\]])/, deep(draw)) : spoiled
}

function spoilOnce(draw: Draw, whole: Json): void {
  const places = placesIn(whole)
  const { holder, name } = draw.one(places)
  const value = holder[name]!
  switch (draw.below(7)) {
    case 0:
    case 1:
      holder[name] = draw.one(VALUES)()
      return
    case 2:
      if (Array.isArray(holder)) holder.splice(Number(name), 1)
      else delete holder[name]
      return
    case 3:
      holder[name] = Array.from({ length: draw.one([2, 300]) }, () => structuredClone(value))
      return
    // Another part of the whole; never the whole itself, or it would have no end.
    case 4: {
      const other = draw.one(places)
      holder[name] = structuredClone(other.holder[other.name] ?? null)
      return
    }
    case 5:
      if (!Array.isArray(holder)) Object.defineProperty(holder, draw.one(EVERYBODYS), { value, enumerable: true })
      return
    default:
      if (Array.isArray(value)) value.push(structuredClone(value))
      else holder[name] = [value]
  }
}

const EVERYBODYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']

interface Place {
  readonly holder: Record<string, Json>
  readonly name: string
}

function placesIn(value: Json): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const holder = value as Record<string, Json>
  return Object.keys(holder).flatMap(name => [{ holder, name }, ...placesIn(holder[name]!)])
}

function deep(draw: Draw): string {
  return draw.percent(50) ? `${'['.repeat(DEEP)}${']'.repeat(DEEP)}` : `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`
}
