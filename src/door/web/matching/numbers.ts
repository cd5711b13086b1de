import type { Say } from '#ground/language/say.ts'

/** A count in digits. */
export function digitsIn(say: Say, count: number): string {
  return new Intl.NumberFormat(say.language).format(count)
}

/** A chance: in percent down to one in a hundred, and below it as one in so many, to two figures. */
export function chanceIn(say: Say, chance: number): string {
  if (chance >= 0.01) {
    const maximumFractionDigits = chance < 0.1 || chance > 0.9 ? 1 : 0
    return new Intl.NumberFormat(say.language, { style: 'percent', maximumFractionDigits }).format(chance)
  }
  const count = new Intl.NumberFormat(say.language, { maximumSignificantDigits: 2 }).format(1 / chance)
  return say('matching.oneIn', { count })
}

/** How sure a probability is: never a hundred percent, which nothing is. */
export function certaintyIn(say: Say, probability: number): string {
  const rounded = Math.min(0.9999, probability)
  const maximumFractionDigits = rounded >= 0.999 ? 2 : rounded >= 0.99 ? 1 : 0
  return new Intl.NumberFormat(say.language, { style: 'percent', maximumFractionDigits }).format(rounded)
}

/** Bits of weight, with their sign. */
export function bitsIn(say: Say, bits: number): string {
  const rounded = new Intl.NumberFormat(say.language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  })
  return rounded.format(bits)
}

/** A share in percent: to a tenth above ninety and below ten, where a tenth matters, to a hundredth above ninety-nine. */
export function shareIn(say: Say, share: number): string {
  const maximumFractionDigits = share > 0.99 && share < 1 ? 2 : share > 0.9 || share < 0.1 ? 1 : 0
  return new Intl.NumberFormat(say.language, { style: 'percent', maximumFractionDigits }).format(share)
}
