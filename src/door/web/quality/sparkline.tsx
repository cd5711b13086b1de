import type { JSX } from 'preact'

const WIDTH = 120
const HEIGHT = 30
/** So that the dot at the end is not cut off. */
const MARGIN = 3

export interface SparklineProps {
  /** In percent, the latest last; undefined where nothing is known. */
  readonly points: readonly (number | undefined)[]
  /** Drawn as a broken line. */
  readonly target?: number | undefined
  /** From nought to a hundred; otherwise to the highest point or the target. */
  readonly isWhole?: boolean | undefined
}

/**
 * How a share went, week by week, as a line no higher than the words beside it. Hidden from screen readers: the table of
 * weeks that must stand on the same page says the same.
 */
export function Sparkline({ points, target, isWhole }: SparklineProps): JSX.Element {
  const known = points.flatMap((point, place) => (point === undefined ? [] : [{ point, place }]))
  const top = isWhole ? 100 : Math.max(1, target ?? 0, ...known.map(({ point }) => point)) * 1.1
  const x = (place: number) => round(MARGIN + (place / Math.max(1, points.length - 1)) * (WIDTH - 2 * MARGIN))
  const y = (point: number) => round(HEIGHT - MARGIN - (point / top) * (HEIGHT - 2 * MARGIN))
  const last = known.at(-1)
  return (
    <svg
      class="app-spark"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      {target !== undefined && <line class="app-spark__target" x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} />}
      {known.length > 1 && (
        <polyline
          class="app-spark__line"
          points={known.map(({ point, place }) => `${x(place)},${y(point)}`).join(' ')}
        />
      )}
      {last && <circle class="app-spark__last" cx={x(last.place)} cy={y(last.point)} r={2.5} />}
    </svg>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
