import type { Say } from '#ground/language/say.ts'
import type { Figure, Total } from '#ground/small-numbers.ts'
import { howLong } from '../how-long.ts'

/** A count in words or digits; one that is too small to be told says so. */
export function figureIn(say: Say, figure: Figure): string {
  return figure === 'few' ? say('partnership.few') : digitsIn(say, figure)
}

/** A total in digits; one that rests on a count that is not told says only what it is at least. */
export function totalIn(say: Say, { told, isExact }: Total): string {
  return isExact ? digitsIn(say, told) : say('partnership.atLeast', { count: digitsIn(say, told) })
}

function digitsIn(say: Say, count: number): string {
  return new Intl.NumberFormat(say.language).format(count)
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
