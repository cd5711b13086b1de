import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type AskedAgain, askedAgain } from '#work/partnership/asked-again.ts'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { figureIn } from '../partnership/figure-words.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'

const READERS = ['board-member', 'integration-officer'] as const

/** What people were asked again although it was known, by team and form, for those who answer for how teams work. */
export function askedAgainPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/partnership/asked-again', { for: READERS, does: 'nothing' }, async (request, reply) => {
    const figures = await transaction(store, askedAgain)
    return drawPage(request, reply, <AskedAgainPage figures={figures} />)
  })
}

function AskedAgainPage({ figures }: { figures: readonly AskedAgain[] }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('askedAgain.title')}>
      <h1 class="nhsuk-heading-xl">{say('askedAgain.title')}</h1>
      <p class="nhsuk-lede-text">{say('askedAgain.lede')}</p>
      <InsetText>{say('askedAgain.period')}</InsetText>
      {figures.length === 0 ? <p>{say('askedAgain.none')}</p> : <FiguresTable figures={figures} />}
    </Page>
  )
}

function FiguresTable({ figures }: { figures: readonly AskedAgain[] }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('askedAgain.table')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('askedAgain.team') },
        { heading: say('askedAgain.form') },
        { heading: say('askedAgain.filled'), numeric: true },
        { heading: say('askedAgain.known'), numeric: true },
        { heading: say('askedAgain.corrected'), numeric: true },
        { heading: say('askedAgain.typedAgain'), numeric: true },
      ]}
      rows={figures.map(({ organisation, team, form, filled, known, corrected, typedAgain }) => ({
        cells: [
          team === undefined ? say.of(organisation) : `${say.of(team)}, ${say.of(organisation)}`,
          say.code('assessment', `kind-${form}`),
          figureIn(say, filled),
          figureIn(say, known),
          figureIn(say, corrected),
          figureIn(say, typedAgain),
        ],
      }))}
    />
  )
}
