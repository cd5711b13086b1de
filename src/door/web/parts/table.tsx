import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import type { LabelSize } from './label.tsx'
import { Scroll } from './scroll.tsx'
import { spaced } from './spaced.ts'
import { type Column, type Row, TableHead, TableRow, type TableShape } from './table-row.tsx'
import { type SortingWords, useWords } from './words.ts'

export interface TableProps extends TableShape {
  /** Names the table for everybody; hide it by class only where a heading already says it. */
  readonly caption: ComponentChildren
  readonly captionSize?: LabelSize | undefined
  /** Needed with `scroll`: the part that scrolls is named by it. */
  readonly captionId?: string | undefined
  readonly captionClass?: string | undefined
  readonly rows: readonly Row[]
  readonly compact?: boolean | undefined
  readonly striped?: boolean | undefined
  readonly reverse?: boolean | undefined
  /** Lines under every row but the last, or under none. All have one unless told. */
  readonly border?: 'all' | 'not-last' | 'none' | undefined
  /** Wider than the page: moved sideways rather than squeezed. */
  readonly scroll?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** Things of one kind that people compare. A row can also be drawn alone, by `TableRow`, when it changes on a live page. */
export function Table(props: TableProps): JSX.Element {
  const { columns, rows, responsive, caption, captionId } = props
  const words = useWords()
  const sorted = sortedBy(columns)
  const table = (
    <table
      id={props.id}
      class={lookOf(props)}
      role={responsive ? 'table' : undefined}
      data-module={sorted === 'browser' ? 'nhsuk-table' : undefined}
      {...(sorted === 'browser' && sortingAttributes(words.sorting))}
    >
      <caption id={captionId} class={captionLook(props)}>
        {caption}
        {sorted && <Hidden> {words.sortable}</Hidden>}
      </caption>
      {columns.length > 0 && <TableHead columns={columns} responsive={responsive} sorted={sorted} />}
      <tbody class="nhsuk-table__body">
        {rows.map(row => (
          <TableRow columns={columns} responsive={responsive} firstCellIsHeader={props.firstCellIsHeader} {...row} />
        ))}
      </tbody>
    </table>
  )
  if (!props.scroll) return table
  return (
    <Scroll labelledBy={captionId} reverse={props.reverse}>
      {table}
    </Scroll>
  )
}

/** By the server when a heading leads to the sorted page, and so without JavaScript; else by the browser. */
function sortedBy(columns: readonly Column[]): 'server' | 'browser' | undefined {
  const sortable = columns.filter(column => column.sort)
  if (sortable.length === 0) return undefined
  return sortable.some(column => column.href !== undefined) ? 'server' : 'browser'
}

function lookOf({ columns, ...props }: TableProps): string | undefined {
  return spaced(
    'nhsuk-table',
    props.reverse && 'nhsuk-table--reverse',
    props.compact && 'nhsuk-table--compact',
    props.responsive && 'nhsuk-table--responsive',
    BORDER[props.border ?? 'all'],
    sortedBy(columns) && 'nhsuk-table--sortable',
    props.striped && 'nhsuk-table--striped',
    props.class,
  )
}

function captionLook({ captionSize, captionClass }: TableProps): string | undefined {
  return spaced('nhsuk-table__caption', captionSize && `nhsuk-table__caption--${captionSize}`, captionClass)
}

/** Source: nhsuk-frontend, localisation: its scripts take their words from these attributes. */
function sortingAttributes(words: SortingWords | undefined): Record<string, string> {
  if (!words) return {}
  return {
    'data-i18n.sort-announcement': words.announcement,
    'data-i18n.ascending': words.ascending,
    'data-i18n.descending': words.descending,
  }
}

const BORDER = {
  all: undefined,
  'not-last': 'nhsuk-table--no-last-row-border',
  none: 'nhsuk-table--no-border',
} as const
