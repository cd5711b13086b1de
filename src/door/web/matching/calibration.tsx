import type { JSX } from 'preact'
import type { BinTold } from '#record/person/estimate/read-estimates.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Interval } from './interval.tsx'
import { digitsIn, shareIn } from './numbers.ts'

const SIZE = 320
const LEFT = 56
const BOTTOM = 40
/** Where the axes begin and end: what is surer or less sure is drawn at their ends. */
const LEAST = 0.005
const MOST = 0.9995
const TICKS = [0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999]

/**
 * How sure the model is, against what was so in fact. Both axes are stretched at their ends (by the logarithm of the
 * odds), where 99 and 99.9 in a hundred are as far apart as 50 and 91: that is where links are decided.
 */
export function Calibration({ bins }: { bins: readonly BinTold[] }): JSX.Element {
  const say = useSay()
  const known = bins.filter(({ told }) => told !== undefined)
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('accuracy.calibration')}</h2>
      <p>{say('accuracy.calibrationHow')}</p>
      {known.length === 0 ? (
        <p>{say('accuracy.tooFew')}</p>
      ) : (
        <>
          <Drawing bins={known} />
          <Table
            caption={say('accuracy.calibration')}
            captionClass="nhsuk-u-visually-hidden"
            responsive
            firstCellIsHeader
            columns={[
              { heading: say('accuracy.sure') },
              { heading: say('accuracy.wasOne') },
              { heading: say('accuracy.pairs'), numeric: true },
            ]}
            rows={bins.map(({ from, to, told }) => ({
              cells: [
                say('accuracy.sureRange', { from: shareIn(say, from), to: shareIn(say, to) }),
                { content: <Interval told={told} /> },
                told === undefined ? '–' : digitsIn(say, told.trials),
              ],
            }))}
          />
        </>
      )}
    </>
  )
}

function Drawing({ bins }: { bins: readonly BinTold[] }): JSX.Element {
  const say = useSay()
  return (
    <figure class="app-chart app-calibration">
      <svg
        class="app-calibration__drawing"
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${SIZE + LEFT + 8} ${SIZE + BOTTOM + 8}`}
        role="img"
        aria-label={say('accuracy.calibrationDrawn')}
      >
        {TICKS.map(tick => (
          <Tick key={tick} tick={tick} text={shareIn(say, tick)} />
        ))}
        <line class="app-calibration__right" x1={x(LEAST)} y1={y(LEAST)} x2={x(MOST)} y2={y(MOST)} />
        {bins.map(bin => (
          <Dot key={bin.from} bin={bin} />
        ))}
        <text class="app-calibration__axis" x={LEFT + SIZE / 2} y={SIZE + BOTTOM + 4} text-anchor="middle">
          {say('accuracy.axisSure')}
        </text>
        <text class="app-calibration__axis" transform={`translate(12 ${SIZE / 2}) rotate(-90)`} text-anchor="middle">
          {say('accuracy.axisOne')}
        </text>
      </svg>
    </figure>
  )
}

function Tick({ tick, text }: { tick: number; text: string }): JSX.Element {
  return (
    <>
      <line class="app-calibration__grid" x1={x(tick)} x2={x(tick)} y1="8" y2={SIZE + 8} />
      <line class="app-calibration__grid" x1={LEFT} x2={LEFT + SIZE} y1={y(tick)} y2={y(tick)} />
      <text class="app-calibration__tick" x={x(tick)} y={SIZE + 22} text-anchor="middle">
        {text}
      </text>
      <text class="app-calibration__tick" x={LEFT - 4} y={y(tick) + 3} text-anchor="end">
        {text}
      </text>
    </>
  )
}

/** Across, the probabilities of the bin; upward, between which shares the true one lies. */
function Dot({ bin: { from, to, told } }: { bin: BinTold }): JSX.Element | null {
  if (told === undefined) return null
  const middle = (x(from) + x(to)) / 2
  return (
    <>
      <line class="app-calibration__bin" x1={x(from)} x2={x(to)} y1={y(told.share)} y2={y(told.share)} />
      <line class="app-whisker__between" x1={middle} x2={middle} y1={y(told.low)} y2={y(told.high)} />
      <circle class="app-whisker__share" cx={middle} cy={y(told.share)} r="4.5" />
    </>
  )
}

function at(share: number): number {
  const odds = (one: number) => Math.log(one / (1 - one))
  const within = Math.min(MOST, Math.max(LEAST, share))
  return (odds(within) - odds(LEAST)) / (odds(MOST) - odds(LEAST))
}

function x(share: number): number {
  return Math.round((LEFT + at(share) * SIZE) * 10) / 10
}

function y(share: number): number {
  return Math.round((8 + (1 - at(share)) * SIZE) * 10) / 10
}
