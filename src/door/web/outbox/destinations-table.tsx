import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { DestinationLine } from '#work/outbox/read-destinations.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'

/** What became of everything that was queued for each destination. */
export function DestinationsTable({ lines }: { lines: readonly DestinationLine[] }): JSX.Element {
  const say = useSay()
  const number = new Intl.NumberFormat(say.language)
  return (
    <Table
      caption={say('outbox.destinations')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('outbox.destination') },
        { heading: say('outbox.queued'), numeric: true },
        { heading: say('outbox.delivered'), numeric: true },
        { heading: say('outbox.waiting'), numeric: true },
        { heading: say('outbox.dead'), numeric: true },
        { heading: say('outbox.givenUp'), numeric: true },
        { heading: say('outbox.notOpen'), numeric: true },
      ]}
      rows={lines.map(line => ({
        cells: [
          { content: nameOf(say, line) },
          number.format(line.queued),
          number.format(line.delivered),
          number.format(line.waiting),
          number.format(line.dead),
          number.format(line.givenUp),
          number.format(line.notOpen),
        ],
      }))}
    />
  )
}

/** What a destination is called; the region's own mail relay is called what it does. */
export function nameOf(say: Say, { carrier, name }: Pick<DestinationLine, 'carrier' | 'name'>): string {
  return carrier === 'smtp' ? say('outbox.mailRelay') : name
}
