import type { JSX } from 'preact'
import type { Drop } from '#work/drop/drop.ts'
import { FAULTS_SHOWN_MAX, type FaultyRow, readOne } from '#work/drop/preview.ts'
import { rowReading } from '#work/drop/read-row.ts'
import type { DropResult, WaitingRow } from '#work/drop/result.ts'
import { readRowMessage } from '#work/drop/row-message.ts'
import type { FileMap } from '#work/sender/file-map.ts'
import { useAsked } from '../asked.ts'
import { reasonIn } from '../message/reason.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { FaultyTable } from './faulty-table.tsx'

interface ResultProps {
  readonly drop: Drop
  readonly map: FileMap | undefined
  readonly result: DropResult
  readonly waiting: readonly WaitingRow[]
}

/** What became of the rows of a file, and of those that wait what is to be put right. */
export function ResultPart({ drop, map, result, waiting }: ResultProps): JSX.Element {
  const { say, now } = useAsked()
  const rows = [
    { key: say('files.changed'), value: String(result.changed) },
    { key: say('files.unchanged'), value: String(result.unchanged) },
    { key: say('files.waiting'), value: String(result.waiting) },
    ...(result.refused > 0 ? [{ key: say('files.refused'), value: String(result.refused) }] : []),
  ]
  const faulty = waiting.slice(0, FAULTS_SHOWN_MAX).map(row => faultyRow(row, drop, map, now))
  const cells = faulty.flatMap(({ unreadable }) => (unreadable === undefined ? [] : [unreadable]))
  const others = faulty.flatMap(({ row, reason, unreadable }) => (unreadable === undefined ? [{ row, reason }] : []))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('files.result')}</h2>
      <SummaryList rows={rows} />
      {waiting.length > 0 && (
        <>
          <ActionLink href={`/files/${drop.id}/put-right.csv`}>{say('files.download')}</ActionLink>
          <p>{say('files.downloadHint')}</p>
        </>
      )}
      {cells.length > 0 && <FaultyTable kind={drop.kind} rows={cells} caption={say('files.waitingRows')} />}
      {others.length > 0 && (
        <Table
          caption={say('files.waitingRows')}
          captionSize="l"
          responsive
          columns={[{ heading: say('files.where') }, { heading: say('files.wrong') }]}
          rows={others.map(({ row, reason }) => ({ cells: [String(row), reasonIn(say, reason)] }))}
        />
      )}
    </>
  )
}

/** By the map of today: what it can read by now waits for another reason, or to be replayed. */
function faultyRow({ row, reason, raw }: WaitingRow, { kind }: Drop, map: FileMap | undefined, now: Date) {
  const message = readRowMessage(raw)
  const read = message.ok
    ? readOne({ row, values: message.value.values }, rowReading(message.value.heading, kind, map, now))
    : undefined
  const unreadable: FaultyRow | undefined = read === undefined || read.ok ? undefined : read.problem
  return { row, reason, unreadable }
}
