/**
 * A number whose digits a double would lose (`1.10`, `0.1234567890123456789`, `1e-2`), kept as they came. It is written
 * again as it is. Source: FHIR R4, datatypes.html, decimal: the precision of a value is part of it.
 */
export interface ExactNumber {
  readonly rawJSON: string
}

/** JSON as Node 24 has it; its types are not known to the compiler yet. */
const json = JSON as unknown as {
  rawJSON(text: string): ExactNumber
  isRawJSON(value: unknown): value is ExactNumber
}

/** A number, as exact as its digits. */
export function exactNumber(digits: string): ExactNumber {
  return json.rawJSON(digits)
}

/** Whether a value is a number kept by its digits. */
export function isExactNumber(value: unknown): value is ExactNumber {
  return json.isRawJSON(value)
}

/** The digits of a number, however it is kept; nothing for what is none. */
export function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return isExactNumber(value) ? value.rawJSON : undefined
}
