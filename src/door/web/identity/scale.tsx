import type { JSX } from 'preact'
import { useSay } from '../asked.ts'

const WIDTH = 600
const HEIGHT = 56
const TOP = 20
const THICK = 14

interface ScaleProps {
  readonly probability: number
  /** What the two would be if they were not one person. */
  readonly otherwise: 'stranger' | 'household'
}

/** How sure matching is that two records are one person’s: said in words, and drawn. */
export function Scale({ probability, otherwise }: ScaleProps): JSX.Element {
  const say = useSay()
  const inHundred = Math.round(probability * 100)
  const words = say('identity.chance', { count: inHundred })
  const at = 8 + probability * (WIDTH - 16)
  return (
    <figure class="app-scale">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words} class="app-scale__drawing">
        <rect x="0" y={TOP} width={WIDTH} height={THICK} class="app-scale__bar" />
        <rect x="0" y={TOP} width={WIDTH * 0.2} height={THICK} class="app-scale__apart" />
        <rect x={WIDTH * 0.95} y={TOP} width={WIDTH * 0.05} height={THICK} class="app-scale__one" />
        <path d={`M ${at} ${TOP + THICK + 4} l 8 14 l -16 0 z`} class="app-scale__mark" />
        <text x="0" y="14" class="app-scale__text">
          {say('identity.twoPeople')}
        </text>
        <text x={WIDTH} y="14" text-anchor="end" class="app-scale__text">
          {say('identity.onePerson')}
        </text>
      </svg>
      <figcaption>
        {words} {say.code('identity', `otherwise-${otherwise}`)}
      </figcaption>
    </figure>
  )
}
