import type { JSX } from 'preact'
import type { LedgerDay } from '#work/ledger/read-days.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'

/** The height of the tallest column and of the whole drawing, in the text's own size. */
const COLUMN_REM = 8
const DRAWING_REM = 11
/** How much of its place a column fills, so that there is air between two days. */
const FILLED = 0.7

/** The last days as standing columns, what waits of each at its foot; the numbers stand in a table one press away. */
export function DaysDrawn({ days }: { days: readonly LedgerDay[] }): JSX.Element {
  const say = useSay()
  const number = new Intl.NumberFormat(say.language)
  const most = Math.max(1, ...days.map(({ received }) => received))
  const title = say('messages.days', { count: days.length })
  return (
    <>
      <h2 class="nhsuk-heading-l">{title}</h2>
      <figure class="app-chart">
        <svg
          class="app-chart__drawing"
          xmlns="http://www.w3.org/2000/svg"
          role="img"
          aria-labelledby="days-title days-description"
          width="100%"
          height={`${DRAWING_REM}rem`}
        >
          <title id="days-title">{title}</title>
          <desc id="days-description">{say('messages.daysHow')}</desc>
          {days.map((day, place) => (
            <Column key={day.day} day={day} place={place} of={days.length} most={most} />
          ))}
        </svg>
      </figure>
      <Details summary={say('messages.daysInNumbers')}>
        <Table
          caption={title}
          captionSize="m"
          firstCellIsHeader
          columns={[
            { heading: say('messages.day') },
            { heading: say('messages.received'), numeric: true },
            { heading: say('messages.stillWaiting'), numeric: true },
          ]}
          rows={days.toReversed().map(({ day, received, waiting }) => ({
            cells: [say.weekday(day), number.format(received), number.format(waiting)],
          }))}
        />
      </Details>
    </>
  )
}

interface ColumnProps {
  readonly day: LedgerDay
  readonly place: number
  readonly of: number
  readonly most: number
}

/** One day: as tall as what came on it, with the day of the month under it and the amount above where there is any. */
function Column({ day: { day, received, waiting }, place, of, most }: ColumnProps): JSX.Element {
  const share = 100 / of
  const middle = `${(place + 0.5) * share}%`
  const [x, width] = [`${(place + (1 - FILLED) / 2) * share}%`, `${share * FILLED}%`]
  const foot = DRAWING_REM - 1.5
  const tall = (count: number) => (count / most) * COLUMN_REM
  return (
    <>
      <rect
        class="app-chart__bar"
        x={x}
        width={width}
        y={`${foot - tall(received)}rem`}
        height={`${tall(received)}rem`}
      />
      {waiting > 0 && (
        <rect
          class="app-chart__bar app-chart__bar--outline"
          x={x}
          width={width}
          y={`${foot - tall(waiting)}rem`}
          height={`${tall(waiting)}rem`}
        />
      )}
      {received === most && (
        <text class="app-chart__amount" x={middle} y={`${foot - tall(received) - 0.4}rem`} text-anchor="middle">
          {received}
        </text>
      )}
      <text
        class={(of - 1 - place) % 2 === 0 ? 'app-chart__name' : 'app-chart__name app-chart__name--between'}
        x={middle}
        y={`${DRAWING_REM - 0.25}rem`}
        text-anchor="middle"
      >
        {Number(day.slice(-2))}
      </text>
    </>
  )
}
