import type { Quantity } from 'fhir/r4.js'
import type { CodedWell } from '#ground/hl7/coded.ts'
import type { Comparator } from '#ground/hl7/result-value.ts'

const PRECISION = 'http://hl7.org/fhir/StructureDefinition/quantity-precision'

/** A number with its unit. How many places it was written with is kept beside it, since a number cannot hold that. */
export function quantityOf(written: string, units: CodedWell | undefined, comparator?: Comparator): Quantity {
  const value = Number(written)
  const places = written.split('.')[1]?.length ?? 0
  return {
    ...(String(value) !== written && places > 0 && { extension: [{ url: PRECISION, valueInteger: places }] }),
    value,
    ...(comparator !== undefined && { comparator }),
    ...unitOf(units),
  }
}

/** The unit in words, where a text follows a number that is none. */
export function unitText(units: CodedWell | undefined): string | undefined {
  return units?.text ?? units?.code ?? units?.words
}

/** Only UCUM is a code that others may count with; what else a sender writes is its name for the unit. */
function unitOf(units: CodedWell | undefined): Pick<Quantity, 'unit' | 'system' | 'code'> {
  const unit = unitText(units)
  if (unit === undefined) return {}
  const isUcum = units?.system?.toUpperCase() === 'UCUM' && units.code !== undefined
  return { unit, ...(isUcum && { system: 'http://unitsofmeasure.org', code: units.code }) }
}
