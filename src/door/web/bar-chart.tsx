import type { JSX } from 'preact'

export interface Bar {
  readonly name: string
  /** As it is written at the end of the bar. */
  readonly amount: string
  /** How long the bar is. */
  readonly length: number
  /** Its true length is not told: the bar is only outlined. */
  readonly isOutline?: boolean | undefined
}

export interface BarChartProps {
  /** For the ids of its title and description. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly bars: readonly Bar[]
}

/** The height of one bar with its name above it, in the text's own size. */
const ROW_REM = 3.5
/** How much of the width the longest bar takes; the rest is for the amount at its end. */
const BARS_PERCENT = 65

/**
 * Amounts as lying bars, for people who would rather see than read. The table they come from must stand beside it.
 * Lengths are shares of the width and heights follow the size of the text, so nothing shrinks on a narrow screen.
 */
export function BarChart({ id, title, description, bars }: BarChartProps): JSX.Element {
  const longest = Math.max(1, ...bars.map(({ length }) => length))
  return (
    <figure class="app-chart">
      <svg
        class="app-chart__drawing"
        xmlns="http://www.w3.org/2000/svg"
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        width="100%"
        height={`${bars.length * ROW_REM}rem`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{description}</desc>
        {bars.map((bar, place) => (
          <Row key={bar.name} bar={bar} top={place * ROW_REM} share={bar.length / longest} />
        ))}
      </svg>
    </figure>
  )
}

function Row({ bar, top, share }: { bar: Bar; top: number; share: number }): JSX.Element {
  const width = `${Math.round(share * BARS_PERCENT * 10) / 10}%`
  return (
    <>
      <text class="app-chart__name" x="0" y={`${top + 1}rem`}>
        {bar.name}
      </text>
      <rect
        class={bar.isOutline ? 'app-chart__bar app-chart__bar--outline' : 'app-chart__bar'}
        x="1"
        y={`${top + 1.375}rem`}
        width={width}
        height="1.25rem"
      />
      <text class="app-chart__amount" x={width} dx="10" y={`${top + 2.375}rem`}>
        {bar.amount}
      </text>
    </>
  )
}
