import fhirpath from 'fhirpath'
import { isExactNumber } from '../json/exact.ts'

/**
 * A value as expressions can be asked of it: numbers kept by their digits become the engine's own decimals, which keep them
 * too. The same value where there are none.
 */
export function readable(value: unknown): unknown {
  return holdsExact(value) ? copy(value) : value
}

/** Whether some number in it is kept by its digits. */
export function holdsExact(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(holdsExact)
  if (isExactNumber(value)) return true
  for (const key in value) if (holdsExact((value as Record<string, unknown>)[key])) return true
  return false
}

function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copy)
  if (isExactNumber(value)) return fhirpath.FP_Decimal.getDecimal(value.rawJSON)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]))
}
