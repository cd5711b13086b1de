import { isExactNumber } from '../json/exact.ts'

/** An object of JSON. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether it is an object with fields: no list, no null, no number kept by its digits. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExactNumber(value)
}

/** Whether an element is there: with a value, or with what stands beside a primitive one. */
export function has(value: Fields, name: string): boolean {
  return name in value || `_${name}` in value
}

/** Whether a choice has a value of any type, as `valueString` or `_valueString` is one of `value`. */
export function hasChoice(value: Fields, name: string): boolean {
  for (const key in value) if (key.startsWith(name) || key.startsWith(`_${name}`)) return true
  return false
}

/** What stands in a list, or the one that stands there alone; nothing where nothing does. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
