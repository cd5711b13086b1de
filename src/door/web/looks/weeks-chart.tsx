import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { TrailSummary, WeeklyLooks } from '#record/sharing/trail/summary.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'

/** One drawing has room for so many bars of this width and height, in units of its own that follow the text. */
const BAR_WIDTH = 22
const BAR_STEP = 28
const BARS_HEIGHT = 48
const FIGURES_HEIGHT = 18
/** A week with a single look is still seen. */
const BAR_HEIGHT_MIN = 3

/**
 * Who looked, week by week, for people who would rather see than read. Bars of all organisations have one scale. What
 * is drawn is hidden from screen readers, for whom the table below it says the same.
 */
export function WeeksChart({ summary: { weeks, lines } }: { summary: TrailSummary }): JSX.Element {
  const say = useSay()
  if (lines.length === 0) return <p>{say('looks.drawnNone')}</p>
  const most = Math.max(1, ...lines.flatMap(({ counts }) => counts))
  return (
    <section class="app-weeks" aria-labelledby="weeks">
      <h2 class="nhsuk-heading-m" id="weeks">
        {say('looks.drawn')}
      </h2>
      <p class="nhsuk-hint">{say('looks.drawnHow')}</p>
      <ul class="app-weeks__lines" aria-hidden="true">
        {lines.map(line => (
          <li key={line.organisation?.id ?? ''}>
            <span class="app-weeks__name">
              {nameOf(say, line)}, {say('looks.drawnTotal', { count: line.total })}
            </span>
            <Bars counts={line.counts} most={most} />
          </li>
        ))}
      </ul>
      <Details summary={say('looks.drawnTable')}>
        <Table
          caption={say('looks.drawn')}
          captionId="weeks-table"
          captionSize="s"
          scroll
          compact
          firstCellIsHeader
          columns={[
            { heading: say('looks.drawnWeek') },
            ...lines.map(line => ({ heading: nameOf(say, line), numeric: true })),
          ]}
          rows={weeks.map((week, place) => ({
            cells: [say.day(week), ...lines.map(({ counts }) => String(counts[place] ?? 0))],
          }))}
        />
      </Details>
    </section>
  )
}

function nameOf(say: Say, { organisation }: WeeklyLooks): string {
  return organisation === undefined ? say('looks.others') : say.of(organisation.name)
}

function Bars({ counts, most }: { counts: readonly number[]; most: number }): JSX.Element {
  const width = counts.length * BAR_STEP
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden from screen readers, for whom the table says it
    <svg
      class="app-weeks__bars"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${BARS_HEIGHT + FIGURES_HEIGHT}`}
      focusable="false"
    >
      <line x1="0" x2={width} y1={BARS_HEIGHT + 0.5} y2={BARS_HEIGHT + 0.5} class="app-weeks__line" />
      {counts.map((count, place) => {
        const height = count === 0 ? 0 : Math.max(BAR_HEIGHT_MIN, (count / most) * BARS_HEIGHT)
        const left = place * BAR_STEP + (BAR_STEP - BAR_WIDTH) / 2
        return (
          <>
            <rect class="app-chart__bar" x={left} y={BARS_HEIGHT - height} width={BAR_WIDTH} height={height} />
            {count > 0 && (
              <text class="app-weeks__figure" x={left + BAR_WIDTH / 2} y={BARS_HEIGHT + FIGURES_HEIGHT - 4}>
                {count}
              </text>
            )}
          </>
        )
      })}
    </svg>
  )
}
