import type { JSX } from 'preact'
import type { ComparisonModel, LevelChances, Model } from '#record/person/matching/model.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'
import { bitsIn, chanceIn } from './numbers.ts'

/** A weight that moved by so many bits is worth a look: the odds are half as high again, or more. */
const MOVED_BITS = 0.6

interface LevelsTableProps {
  readonly model: Model
  /** The model in force, whose weights are told beside those that moved. */
  readonly before: Model | undefined
}

/** Every level of every comparison: how often it comes out for whom, and what it weighs. */
export function LevelsTables({ model, before }: LevelsTableProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('matching.levels')}</h2>
      <p>{say('matching.levelsHow')}</p>
      {model.comparisons.map(comparison => (
        <Details key={comparison.name} summary={say.code('matchingField', comparison.name)}>
          <LevelsTable
            comparison={comparison}
            before={before?.comparisons.find(({ name }) => name === comparison.name)}
          />
        </Details>
      ))}
    </>
  )
}

function LevelsTable({ comparison, before }: { comparison: ComparisonModel; before: ComparisonModel | undefined }) {
  const say = useSay()
  const most = Math.max(...comparison.levels.map(level => Math.abs(weightOf(level))))
  return (
    <Table
      caption={say.code('matchingField', comparison.name)}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      compact
      firstCellIsHeader
      columns={[
        { heading: say('matching.level'), width: 'one-third' },
        { heading: say('matching.onePerson'), numeric: true },
        { heading: say('matching.strangers'), numeric: true },
        { heading: say('matching.household'), numeric: true },
        { heading: say('matching.bits'), numeric: true },
      ]}
      rows={comparison.levels.map((level, at) => ({
        cells: [
          say.code('identityLevel', `${comparison.name}-${level.level}`),
          chanceIn(say, level.match),
          chanceIn(say, level.stranger),
          chanceIn(say, level.household),
          { content: <Weight level={level} before={before?.levels[at]} most={most} /> },
        ],
      }))}
    />
  )
}

function weightOf({ match, stranger }: LevelChances): number {
  return Math.log2(match / stranger)
}

const WIDTH = 60

/** The weight in figures, and as a bar from the middle for the eye: to the right for one person, to the left against. */
function Weight({ level, before, most }: { level: LevelChances; before: LevelChances | undefined; most: number }) {
  const say = useSay()
  const bits = weightOf(level)
  const was = before === undefined ? undefined : weightOf(before)
  const length = Math.round((Math.abs(bits) / Math.max(1, most)) * (WIDTH / 2))
  return (
    <>
      {bitsIn(say, bits)}
      <svg
        class="app-weight"
        viewBox={`0 0 ${WIDTH} 8`}
        xmlns="http://www.w3.org/2000/svg"
        aria-hidden="true"
        focusable="false"
      >
        <rect
          class={bits < 0 ? 'app-weight__against' : 'app-weight__for'}
          x={bits < 0 ? WIDTH / 2 - length : WIDTH / 2}
          y="0"
          width={length}
          height="8"
        />
        <line class="app-weight__middle" x1={WIDTH / 2} x2={WIDTH / 2} y1="0" y2="8" />
      </svg>
      {was !== undefined && Math.abs(was - bits) >= MOVED_BITS && (
        <span class="nhsuk-hint">{say('matching.changedBy', { bits: bitsIn(say, was) })}</span>
      )}
    </>
  )
}
