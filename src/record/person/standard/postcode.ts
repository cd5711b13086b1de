/** A postcode and the wider places that it lies in. */
export interface StandardPostcode {
  readonly postcode: string | undefined
  readonly district: string | undefined
  readonly sector: string | undefined
}

/**
 * A postcode without its space; O and 0, I and 1 are put right where only one of them can stand. One of no British form
 * is kept as it is for being compared (a digit may be wrong in it), and lies in no district. A pseudo postcode, which
 * says "abroad" or "no fixed abode", is none. Source: BS 7666, Data Dictionary POSTCODE (pseudo country codes: ZZ99).
 */
export function standardPostcode(text: string | undefined): StandardPostcode {
  const written = (text ?? '')
    .slice(0, LETTERS_READ_MAX)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
  const postcode = repaired(written)
  if (postcode === undefined) {
    const isLikeOne = /^(?=.*\d)[A-Z0-9]{4,8}$/.test(written) && !PSEUDO.test(written) && !/^(.)\1+$/.test(written)
    return { postcode: isLikeOne ? written : undefined, district: undefined, sector: undefined }
  }
  if (PSEUDO.test(postcode)) return NOWHERE
  return { postcode, district: postcode.slice(0, -3), sector: postcode.slice(0, -2) }
}

/** A postcode standing somewhere in a line of an address. */
export const POSTCODE_IN_LINE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i

const LETTERS_READ_MAX = 20
const NOWHERE: StandardPostcode = { postcode: undefined, district: undefined, sector: undefined }
/** ZZ99 of the NHS; NF1 of housing registers ("no fixed"); XX and ZZ are issued nowhere. */
const PSEUDO = /^(?:ZZ|XX|NFA|NF1)/
/** A district is one digit, two that do not begin with 0, or a digit and a letter that is like no digit. */
const WHOLE = /^[A-Z]{1,2}(?:\d|[1-9]\d|\d[A-HJKMNPR-Y])\d[A-Z]{2}$/

function repaired(written: string): string | undefined {
  if (WHOLE.test(written)) return written
  if (written.length < 5 || written.length > 7) return undefined
  const inward = asDigits(written.at(-3)!) + asLetters(written.slice(-2))
  const outward = written.slice(0, -3)
  const area = asLetters(outward[0]!)
  const tries = [outward, area + outward.slice(1), area + asDigits(outward.slice(1))]
  if (outward.length > 2) tries.push(asLetters(outward.slice(0, 2)) + asDigits(outward.slice(2)))
  return tries.map(one => one + inward).find(one => WHOLE.test(one))
}

function asDigits(text: string): string {
  return text.replace(/O/g, '0').replace(/[IL]/g, '1')
}

function asLetters(text: string): string {
  return text.replace(/0/g, 'O').replace(/1/g, 'I')
}
