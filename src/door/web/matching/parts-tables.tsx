import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { PartTold } from '#record/person/estimate/read-estimates.ts'
import { useSay } from '../asked.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'
import { Interval, Whisker } from './interval.tsx'
import { digitsIn } from './numbers.ts'

/** A gap of more points in a hundred than this between two groups is told of. Source: the design's goal for names. */
const GAP_POINTS = 2

/** How well it goes for some, beside others: by where records come from, by surname and by age. */
export function PartsTables({ parts }: { parts: readonly PartTold[] }): JSX.Element {
  const say = useSay()
  const told = (['sources', 'name', 'age'] as const).filter(dimension => parts.some(one => one.dimension === dimension))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('accuracy.parts')}</h2>
      <p>{say('accuracy.partsHow')}</p>
      {told.length === 0 && <p>{say('accuracy.tooFew')}</p>}
      {told.map(dimension => (
        <PartsTable key={dimension} dimension={dimension} parts={parts.filter(one => one.dimension === dimension)} />
      ))}
    </>
  )
}

interface PartsTableProps {
  readonly dimension: PartTold['dimension']
  readonly parts: readonly PartTold[]
}

function PartsTable({ dimension, parts }: PartsTableProps): JSX.Element {
  const say = useSay()
  const worst = Math.min(0.9, ...parts.flatMap(({ recall }) => recall?.low ?? []))
  const points = gapOf(parts)
  return (
    <>
      <Table
        caption={say.code('accuracy', dimension)}
        captionSize="m"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('accuracy.part'), width: 'one-third' },
          { heading: say('accuracy.linked') },
          { heading: say('accuracy.right') },
          { heading: say('accuracy.pairs'), numeric: true },
        ]}
        rows={parts.map(({ stratum, recall, precision }) => ({
          cells: [
            stratumIn(say, dimension, stratum),
            {
              content: (
                <>
                  <Interval told={recall} />
                  <Whisker told={recall} from={Math.floor(worst * 10) / 10} />
                </>
              ),
            },
            { content: <Interval told={precision} /> },
            recall === undefined ? '–' : digitsIn(say, recall.trials),
          ],
        }))}
      />
      {points > GAP_POINTS && (
        <InsetText>{say('accuracy.gap', { points: say('accuracy.points', { count: points }) })}</InsetText>
      )}
    </>
  )
}

/** Between the best and the worst whose intervals do not meet, in points of a hundred; those of no known age apart. */
function gapOf(parts: readonly PartTold[]): number {
  const known = parts.filter(({ stratum }) => stratum !== 'unknown').flatMap(({ recall }) => recall ?? [])
  const gaps = known.flatMap(one => known.map(other => (one.low > other.high ? one.share - other.share : 0)))
  return Math.round(Math.max(0, ...gaps) * 100)
}

function stratumIn(say: Say, dimension: PartTold['dimension'], stratum: string): string {
  if (dimension === 'name') return say.code('nameGroup', stratum)
  if (dimension === 'age') return say.code('ageGroup', stratum)
  const [one = '', other = ''] = stratum.split(' ')
  return say('accuracy.sourcesPair', {
    one: say.code('organisationKind', one),
    other: say.code('organisationKind', other),
  })
}
