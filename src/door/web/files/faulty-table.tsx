import type { JSX } from 'preact'
import { cellFaultInWords, cellInWords } from '#work/drop/fault-words.ts'
import type { DropKind } from '#work/drop/kind.ts'
import type { FaultyRow } from '#work/drop/preview.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'

interface FaultyTableProps {
  readonly kind: DropKind
  readonly rows: readonly FaultyRow[]
  readonly caption: string
}

/** The rows that cannot be taken in: which cell, what stands there, and how to put it right. */
export function FaultyTable({ kind, rows, caption }: FaultyTableProps): JSX.Element {
  const say = useSay()
  const lines = rows.flatMap(({ row, faults, length }) =>
    length === undefined
      ? faults.map(fault => [String(row), cellInWords(say, fault), cellFaultInWords(say, kind, fault)])
      : [[String(row), '', say.code('cellFault', length)]],
  )
  return (
    <Table
      caption={caption}
      captionSize="l"
      responsive
      columns={[
        { heading: say('files.where') },
        { heading: say('files.cell'), class: 'app-cell' },
        { heading: say('files.putRight'), width: 'one-half' },
      ]}
      rows={lines.map(cells => ({ cells }))}
    />
  )
}
