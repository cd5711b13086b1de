import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import { asWritten } from './number-text.ts'
import type { RawIdentity, Standard } from './standard.ts'

/** Which number stands now in the place of this one: itself, unless it was superseded. */
export type CurrentNumber = (number: NhsNumber) => NhsNumber

/**
 * The NHS number, or, kept apart from it, ten digits whose check digit is wrong. A verified number is one that its
 * sender says was traced (status 01; `nn`, in the Welsh index); a number that was typed for want of one is none.
 */
export function standardNumber(
  raw: RawIdentity,
  current: CurrentNumber,
): Pick<Standard, 'nhsNumber' | 'nhsNumberDamaged' | 'nhsNumberVerified'> {
  const digits = asWritten(raw.nhsNumber ?? '').replace(/[\s\p{Dash}]/gu, '')
  if (!/^\d{10}$/.test(digits) || isPlaceholder(digits)) return NONE
  const number = parseNhsNumber(digits)
  if (number === undefined) return { ...NONE, nhsNumberDamaged: digits }
  return {
    nhsNumber: current(number),
    nhsNumberDamaged: undefined,
    nhsNumberVerified: /^(?:(?:NSTS)?01|nn|(?:number present and )?verified)$/i.test(raw.nhsNumberStatus?.trim() ?? ''),
  }
}

const NONE = { nhsNumber: undefined, nhsNumberDamaged: undefined, nhsNumberVerified: false } as const

/** All digits alike, or counting up or down: some of these pass the check digit. */
function isPlaceholder(digits: string): boolean {
  return /^(\d)\1{9}$/.test(digits) || COUNTING.includes(digits)
}

const COUNTING: readonly string[] = ['0123456789', '1234567890', '9876543210', '0987654321']
