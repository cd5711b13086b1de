import type { JSX } from 'preact'
import type { PlanItem, Score } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** The best that somebody can feel about a goal; the worst is 0. */
const BEST = 10
/** Where the first and the last point lie, in percent of the width: beside them is room for their numbers. */
const FIRST_PERCENT = 6
const LAST_PERCENT = 94
/** Heights in the text's own size, so that nothing shrinks on a narrow screen. */
const SMALL = { height: 3.5, top: 0.75, bottom: 2.75 } as const
const LARGE = { height: 15, top: 2, bottom: 12.5 } as const

interface ScoreChartProps {
  readonly item: Pick<PlanItem, 'id' | 'scores'>
  /** Beside a goal in the plan; otherwise with its scale, its days and a number at every point. */
  readonly small?: boolean | undefined
}

/**
 * How the person has felt about a goal since the first time they said, which is the baseline: a line through their own
 * scores, each as far along as its day. The large one must stand beside the same scores in words.
 */
export function ScoreChart({ item: { id, scores }, small = false }: ScoreChartProps): JSX.Element | null {
  const say = useSay()
  const [first] = scores
  const last = scores.at(-1)
  if (first === undefined || last === undefined || (small && scores.length < 2)) return null
  const size = small ? SMALL : LARGE
  const name = `${small ? 'small' : 'large'}-chart-${id}`
  const described = { count: scores.length, first: first.score, last: last.score, began: say.day(first.saidAt) }
  return (
    <figure class={small ? 'app-score-chart app-score-chart--small' : 'app-score-chart'}>
      <svg
        class="app-score-chart__drawing"
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        aria-labelledby={`${name}-title ${name}-words`}
        width="100%"
        height={`${size.height}rem`}
      >
        <title id={`${name}-title`}>{say('progress.chart')}</title>
        <desc id={`${name}-words`}>{say('progress.described', described)}</desc>
        {!small && <Scale />}
        <Line scores={scores} size={size} />
        {scores.map((score, place) => (
          <Point
            key={score.saidAt.toISOString()}
            at={placed(scores, size, score)}
            score={score}
            isNow={place === scores.length - 1}
            small={small}
          />
        ))}
        {!small && <Days first={first} last={last} />}
      </svg>
    </figure>
  )
}

type Size = typeof SMALL | typeof LARGE

interface Place {
  readonly x: string
  readonly y: string
  /** The same height as a number, for what is written above it. */
  readonly rem: number
}

function placed(scores: readonly Score[], { top, bottom }: Size, { score, saidAt }: Score): Place {
  const from = scores[0]?.saidAt.getTime() ?? 0
  const whole = (scores.at(-1)?.saidAt.getTime() ?? 0) - from
  const share = whole === 0 ? 0 : (saidAt.getTime() - from) / whole
  const rem = round(bottom - (score / BEST) * (bottom - top))
  return { x: `${round(FIRST_PERCENT + share * (LAST_PERCENT - FIRST_PERCENT))}%`, y: `${rem}rem`, rem }
}

function Line({ scores, size }: { scores: readonly Score[]; size: Size }): JSX.Element {
  const places = scores.map(score => placed(scores, size, score))
  return (
    <>
      {places.slice(1).map((to, before) => {
        const from = places[before]!
        return <line key={to.x} class="app-score-chart__line" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      })}
    </>
  )
}

interface PointProps {
  readonly at: Place
  readonly score: Score
  readonly isNow: boolean
  readonly small: boolean
}

function Point({ at, score: { score }, isNow, small }: PointProps): JSX.Element {
  const look = isNow ? 'app-score-chart__point app-score-chart__point--now' : 'app-score-chart__point'
  return (
    <>
      <circle class={look} cx={at.x} cy={at.y} r={small ? 4 : 7} />
      {!small && (
        <text class="app-score-chart__score" x={at.x} y={`${round(at.rem - 0.85)}rem`} text-anchor="middle">
          {score}
        </text>
      )}
    </>
  )
}

/** Lines at the worst, the middle and the best. */
function Scale(): JSX.Element {
  return (
    <>
      {[0, BEST / 2, BEST].map(score => {
        const y = `${round(LARGE.bottom - (score / BEST) * (LARGE.bottom - LARGE.top))}rem`
        return (
          <>
            <line class="app-score-chart__grid" x1="2.5%" x2="100%" y1={y} y2={y} />
            <text class="app-score-chart__tick" x="0" y={y} dy="5">
              {score}
            </text>
          </>
        )
      })}
    </>
  )
}

function Days({ first, last }: { first: Score; last: Score }): JSX.Element {
  const say = useSay()
  const y = `${LARGE.bottom + 1.75}rem`
  return (
    <>
      <text class="app-score-chart__tick" x="2.5%" y={y}>
        {say.day(first.saidAt)}
      </text>
      {first !== last && (
        <text class="app-score-chart__tick" x="100%" y={y} text-anchor="end">
          {say.day(last.saidAt)}
        </text>
      )}
    </>
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
