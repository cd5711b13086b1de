import type { Say } from '#ground/language/say.ts'
import type { Figure } from '#work/partnership/figure.ts'
import { howLong } from '../how-long.ts'

/** A count in words or digits; one that is too small to be told says so. */
export function figureIn(say: Say, figure: Figure): string {
  return figure === 'few' ? say('partnership.few') : new Intl.NumberFormat(say.language).format(figure)
}

/** How long the longest has waited; that none waits when there is none. */
export function longestIn(say: Say, since: Date | undefined, now: Date): string {
  if (since === undefined) return say('partnership.nothingWaits')
  const { unit, count } = howLong(since, now)
  switch (unit) {
    case 'minutes':
      return say('partnership.minutes', { count })
    case 'hours':
      return say('partnership.hours', { count })
    case 'days':
      return say('partnership.days', { count })
  }
}

/** Seconds to a tenth; that too few were told for it to be said when there is none. */
export function secondsIn(say: Say, seconds: number | undefined): string {
  return seconds === undefined
    ? say('partnership.tooFew')
    : say('partnership.seconds', { count: Math.round(seconds * 10) / 10 })
}
