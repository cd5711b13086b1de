import { digitsOf } from '#ground/fhir/json/exact.ts'
import { isFields } from '../fields.ts'

/** Whether a value is exactly what is fixed: with all that stands in that, and nothing more. */
export function isFixed(fixed: unknown, value: unknown): boolean {
  if (Array.isArray(fixed)) {
    return Array.isArray(value) && fixed.length === value.length && fixed.every((one, at) => isFixed(one, value[at]))
  }
  if (isFields(fixed)) {
    if (!isFields(value)) return false
    const names = new Set([...Object.keys(fixed), ...Object.keys(value)])
    return [...names].every(name => isFixed(fixed[name], value[name]))
  }
  return isSame(fixed, value)
}

/** Whether a value has all that is in a pattern, lists in any order. Source: FHIR R4, ElementDefinition.pattern. */
export function hasPattern(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) {
    return Array.isArray(value) && pattern.every(one => value.some(other => hasPattern(one, other)))
  }
  if (isFields(pattern)) {
    return isFields(value) && Object.entries(pattern).every(([name, one]) => hasPattern(one, value[name]))
  }
  return isSame(pattern, value)
}

/** Numbers are the same by their digits: 1.0 says more than 1. */
function isSame(one: unknown, other: unknown): boolean {
  return (digitsOf(one) ?? one) === (digitsOf(other) ?? other)
}
