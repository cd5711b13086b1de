import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { type DriftTold, drifts } from '#record/person/estimate/read-drift.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { digitsIn, shareIn } from './numbers.ts'

/** Whether what comes from each organisation is still as the model expects, in sentences, and all that was compared. */
export function DriftSection({ all, isShipped }: { all: readonly DriftTold[]; isShipped: boolean }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l" id="drift">
        {say('accuracy.drift')}
      </h2>
      <p>{say('accuracy.driftHow')}</p>
      {isShipped && <InsetText>{say('accuracy.driftShipped')}</InsetText>}
      {all.length === 0 ? <p>{say('accuracy.driftNone')}</p> : <DriftTable all={all} />}
      {all.some(({ comparisons }) => comparisons.length > 0) && (
        <Details summary={say('accuracy.driftTable')}>
          {all
            .filter(({ comparisons }) => comparisons.length > 0)
            .map(one => (
              <Compared key={one.organisation.en} one={one} />
            ))}
        </Details>
      )}
    </>
  )
}

function DriftTable({ all }: { all: readonly DriftTold[] }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('accuracy.drift')}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('quality.organisation'), width: 'one-third' },
        { heading: say('accuracy.driftState') },
        { heading: say('accuracy.driftWhat'), width: 'one-half' },
      ]}
      rows={all.map(one => ({
        cells: [
          say.of(one.organisation),
          {
            content: drifts(one) ? (
              <Tag colour="orange">{say('accuracy.drifts')}</Tag>
            ) : (
              <Tag colour="green">{say('accuracy.steady')}</Tag>
            ),
          },
          { content: <Sentences one={one} /> },
        ],
      }))}
    />
  )
}

/** What is furthest from what was expected; the rest stands in the table. */
const SENTENCES_MAX = 3

function Sentences({ one: { comparisons, unlinked } }: { one: DriftTold }): JSX.Element {
  const say = useSay()
  return (
    <>
      {comparisons
        .filter(({ isDrifting }) => isDrifting)
        .slice(0, SENTENCES_MAX)
        .map(drift => (
          <p key={drift.comparison} class="nhsuk-u-margin-bottom-2">
            {driftIn(say, drift)}
          </p>
        ))}
      {unlinked && (
        <p class="nhsuk-u-margin-bottom-0">
          {say('accuracy.unlinkedSentence', { now: unlinked.now, before: unlinked.before })}
        </p>
      )}
    </>
  )
}

function driftIn(say: Say, { comparison, furthest }: DriftTold['comparisons'][number]): string {
  return say('accuracy.driftSentence', {
    field: say.code('matchingField', comparison),
    level: say.code('identityLevel', `${comparison}-${furthest.level}`),
    share: shareIn(say, furthest.share),
    expected: shareIn(say, furthest.expected),
  })
}

function Compared({ one: { organisation, comparisons } }: { one: DriftTold }): JSX.Element {
  const say = useSay()
  const index = new Intl.NumberFormat(say.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <Table
      caption={say.of(organisation)}
      captionSize="s"
      compact
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('accuracy.driftField') },
        { heading: say('accuracy.driftIndex'), numeric: true },
        { heading: say('accuracy.pairs'), numeric: true },
        { heading: say('accuracy.driftWhat'), width: 'one-half' },
      ]}
      rows={comparisons.map(drift => ({
        cells: [
          say.code('matchingField', drift.comparison),
          { content: <Index index={index.format(drift.index)} share={drift.index} /> },
          digitsIn(say, drift.pairs),
          driftIn(say, drift),
        ],
      }))}
    />
  )
}

/** The index in figures, and as a bar that is full at three tenths, where everybody would look. */
function Index({ index, share }: { index: string; share: number }): JSX.Element {
  const width = Math.min(60, Math.round((share / 0.3) * 60))
  return (
    <>
      {index}
      <svg
        class="app-weight"
        viewBox="0 0 60 8"
        xmlns="http://www.w3.org/2000/svg"
        aria-hidden="true"
        focusable="false"
      >
        <rect class={share >= 0.1 ? 'app-weight__against' : 'app-weight__for'} x="0" y="0" width={width} height="8" />
        <line class="app-weight__middle" x1="20" x2="20" y1="0" y2="8" />
      </svg>
    </>
  )
}
