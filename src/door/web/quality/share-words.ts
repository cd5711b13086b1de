import type { Say } from '#ground/language/say.ts'
import type { Figure } from '#ground/small-numbers.ts'
import type { Share } from '#work/ledger/quality/quality.ts'

/** A count in digits; one that is too small to be told says so. */
export function countIn(say: Say, figure: Figure): string {
  return figure === 'few' ? say('quality.few') : new Intl.NumberFormat(say.language).format(figure)
}

/** A share of an organisation's records in percent, to a tenth under ten; that it is too few where it is. */
export function shareIn(say: Say, { percent }: Pick<Share, 'percent'>): string {
  return percent === undefined ? say('quality.tooFew') : percentIn(say, percent)
}

/** In percent, to a tenth below ten and above ninety, where a tenth matters. */
export function percentIn(say: Say, percent: number): string {
  const maximumFractionDigits = percent < 10 || percent > 90 ? 1 : 0
  return new Intl.NumberFormat(say.language, { style: 'percent', maximumFractionDigits }).format(percent / 100)
}

/** How many may have a fault at most. */
export function targetIn(say: Say, target: number | undefined): string {
  if (target === undefined) return say('quality.noTarget')
  return target === 0 ? say('quality.targetNone') : say('quality.targetAtMost', { percent: percentIn(say, target) })
}
