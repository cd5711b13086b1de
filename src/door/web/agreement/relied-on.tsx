import type { JSX } from 'preact'
import type { MonthOfLooks } from '#work/partnership/monthly-looks.ts'
import { useSay } from '../asked.ts'
import { totalIn } from '../partnership/figure-words.ts'
import { reliedOn } from './open-months.ts'

/** How often the last whole month's looks rested on an agreement, by its fingerprint, as far as it may be told. */
export function ReliedOn({ month, hash }: { month: MonthOfLooks | undefined; hash: string }): JSX.Element | null {
  const say = useSay()
  if (month === undefined) return null
  const count = totalIn(say, reliedOn(month, hash))
  return <p>{say('openLooks.reliedOn', { month: say.month(month.month), count })}</p>
}
