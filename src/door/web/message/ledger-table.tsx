import type { JSX } from 'preact'
import type { LedgerLine } from '#work/ledger/ledger.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { SenderName } from './sender-name.tsx'

/** What became of everything each sender sent. The four outcomes of a line add up to what was received. */
export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }): JSX.Element {
  const say = useSay()
  const number = new Intl.NumberFormat(say.language)
  return (
    <Table
      caption={say('messages.ledger')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('messages.sender') },
        { heading: say('messages.received'), numeric: true },
        { heading: say('messages.applied'), numeric: true },
        { heading: say('messages.duplicate'), numeric: true },
        { heading: say('messages.quarantined'), numeric: true },
        { heading: say('messages.refused'), numeric: true },
        { heading: say('messages.last') },
      ]}
      rows={lines.map(line => ({
        cells: [
          { content: line.sender ? <SenderName sender={line.sender} /> : say('messages.unknownSenders') },
          number.format(line.received),
          number.format(line.applied),
          number.format(line.duplicate),
          number.format(line.quarantined),
          number.format(line.refused),
          line.lastReceivedAt === undefined ? say('messages.never') : say.moment(line.lastReceivedAt),
        ],
      }))}
    />
  )
}
