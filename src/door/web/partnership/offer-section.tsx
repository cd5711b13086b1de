import type { JSX } from 'preact'
import type { OfferMet } from '#work/active-offer/unmet.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { figureIn } from './figure-words.ts'

/** How many asked for Welsh, and with how many of them nobody works who speaks it well enough. */
export function OfferSection({ offers }: { offers: readonly OfferMet[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('activeOffer.figures')}</h2>
      <p>{say('activeOffer.figuresWhat')}</p>
      {offers.length === 0 ? (
        <p>{say('activeOffer.noFigures')}</p>
      ) : (
        <Table
          caption={say('activeOffer.figures')}
          captionClass="nhsuk-u-visually-hidden"
          responsive
          firstCellIsHeader
          columns={[
            { heading: say('activeOffer.organisation') },
            { heading: say('activeOffer.asked'), numeric: true },
            { heading: say('activeOffer.unmetCount'), numeric: true },
          ]}
          rows={offers.map(({ organisation, asked, unmet }) => ({
            cells: [say.of(organisation), figureIn(say, asked), figureIn(say, unmet)],
          }))}
        />
      )}
    </>
  )
}
