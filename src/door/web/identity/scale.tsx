import type { JSX } from 'preact'
import { useSay } from '../asked.ts'

const WIDTH = 600
const HEIGHT = 44
const TOP = 2
const THICK = 20

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
  const at = 10 + probability * (WIDTH - 20)
  return (
    <figure class="app-scale">
      <div class="app-scale__ends" aria-hidden="true">
        <span>{say('identity.twoPeople')}</span>
        <span>{say('identity.onePerson')}</span>
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words} class="app-scale__drawing">
        <rect x="0" y={TOP} width={WIDTH} height={THICK} class="app-scale__bar" />
        <rect x="0" y={TOP} width={WIDTH * 0.2} height={THICK} class="app-scale__apart" />
        <rect x={WIDTH * 0.95} y={TOP} width={WIDTH * 0.05} height={THICK} class="app-scale__one" />
        <path d={`M ${at} ${TOP + THICK + 4} l 10 18 l -20 0 z`} class="app-scale__mark" />
      </svg>
      <figcaption>
        {words} {say.code('identity', `otherwise-${otherwise}`)}
      </figcaption>
    </figure>
  )
}
