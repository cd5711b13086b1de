import type { JSX } from 'preact'
import type { Told } from '#record/person/estimate/read-estimates.ts'
import { useSay } from '../asked.ts'
import { shareIn } from './numbers.ts'

const WIDTH = 140
const HEIGHT = 14

/** A share with its interval, in words; that it is too few where it is. */
export function Interval({ told }: { told: Told }): JSX.Element {
  const say = useSay()
  if (told === undefined) return <span>{say('accuracy.tooFew')}</span>
  const { share, low, high } = told
  return (
    <span>
      {say('accuracy.interval', { share: shareIn(say, share), low: shareIn(say, low), high: shareIn(say, high) })}
    </span>
  )
}

/** The same as a dot on a line from `from` to all, for the eye: the words must stand beside it. */
export function Whisker({ told, from = 0 }: { told: Told; from?: number }): JSX.Element | null {
  if (told === undefined) return null
  const x = (share: number) => Math.round((4 + ((Math.max(from, share) - from) / (1 - from)) * (WIDTH - 8)) * 10) / 10
  return (
    <svg
      class="app-whisker"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
      focusable="false"
    >
      <line class="app-whisker__all" x1="4" x2={WIDTH - 4} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <line class="app-whisker__between" x1={x(told.low)} x2={x(told.high)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <circle class="app-whisker__share" cx={x(told.share)} cy={HEIGHT / 2} r="3.5" />
    </svg>
  )
}
