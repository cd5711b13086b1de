declare const checked: unique symbol
/** Ten digits, no spaces, whose check digit is right. Nothing is said of whether it was issued or verified. */
export type NhsNumber = string & { readonly [checked]: true }

/**
 * Reads an NHS number as people and systems write it: spaces and dashes are ignored.
 * Undefined when it is not ten digits, the check digit is wrong, or all ten are the same, as people type who have none.
 * Source: NHS Data Dictionary, NHS NUMBER: weights 10 to 2, modulus 11; a check digit of 10 is never issued.
 */
export function parseNhsNumber(text: string): NhsNumber | undefined {
  const digits = text.replace(/[\s-]/g, '')
  if (!/^(?!(\d)\1{9})\d{10}$/.test(digits)) return undefined
  return checkDigitOf(digits) === Number(digits[9]) ? (digits as NhsNumber) : undefined
}

/** As it is always shown: 3-3-4, with spaces. Source: NHS Data Dictionary. */
export function showNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
}

function checkDigitOf(digits: string): number {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const remainder = 11 - (sum % 11)
  return remainder === 11 ? 0 : remainder
}
