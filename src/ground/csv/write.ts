/** What a spreadsheet would take for a formula, and a plain number, which it may as well. Source: OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r\n]/
const NUMBER = /^[+-]?\d+([.,]\d+)?$/

/** One row of CSV (RFC 4180, but for LF as the line end), its line end with it. What begins as a formula does has an apostrophe put before it. */
export function csvRow(values: readonly (string | number)[]): string {
  return `${values.map(value => quoted(typeof value === 'number' ? String(value) : harmless(value))).join(',')}\n`
}

/**
 * One row exactly as its values are, for what is read by programs alone and must come back unchanged: no spreadsheet is
 * protected from it.
 */
export function exactCsvRow(values: readonly string[]): string {
  return `${values.map(quoted).join(',')}\n`
}

/** The same text, so that no spreadsheet runs it: a formula is told from a number, which stays as it is. */
export function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

/** The text again as it was before `harmless`: files that we wrote come back to us. */
export function unharmed(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text
}

function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
