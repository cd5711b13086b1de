import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { spaced } from './spaced.ts'

export type Width = 'full' | 'three-quarters' | 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter'

interface Look {
  /** Digits of equal width, to the right. A cell that holds words in such a column says `false`. */
  readonly numeric?: boolean | undefined
  readonly align?: 'left' | 'centre' | 'right' | undefined
  readonly width?: Width | undefined
  readonly class?: string | undefined
}

export interface Column extends Look {
  /** Left out only with `hidden`: a column of actions needs no word for the eye. */
  readonly heading?: ComponentChildren
  readonly hidden?: string | undefined
  readonly sort?: 'ascending' | 'descending' | 'none' | undefined
  /** The first order a press gives; ascending unless told. In the browser only. */
  readonly sortNext?: 'ascending' | 'descending' | undefined
  /** The page sorted by this column. */
  readonly href?: string | undefined
}

export interface Cell extends Look {
  readonly content?: ComponentChildren
  /** Read after the content, never seen. */
  readonly hidden?: string | undefined
  readonly href?: string | undefined
  /** What the browser sorts by when it is not what is shown: a date as `2026-11-22`. */
  readonly sortValue?: string | undefined
}

/** What a table and each of its rows must agree on. */
export interface TableShape {
  readonly columns: readonly Column[]
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined
  /** On a narrow screen each row becomes a block, its cells named by their columns. */
  readonly responsive?: boolean | undefined
}

export interface Row {
  readonly cells: readonly (string | Cell)[]
  /** What a live page knows the row by. */
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** One row, the same on the page and in the event that replaces it. */
export function TableRow({ columns, cells, responsive, firstCellIsHeader, ...rest }: TableShape & Row): JSX.Element {
  return (
    <tr id={rest.id} class={spaced('nhsuk-table__row', rest.class)} role={responsive ? 'row' : undefined}>
      {cells.map((cell, index) => (
        <TableCell
          cell={typeof cell === 'string' ? { content: cell } : cell}
          column={columns[index]}
          header={firstCellIsHeader === true && index === 0}
          responsive={responsive}
        />
      ))}
    </tr>
  )
}

interface TableHeadProps extends Pick<TableShape, 'columns' | 'responsive'> {
  readonly sorted: 'server' | 'browser' | undefined
}

/** The names of the columns. */
export function TableHead({ columns, responsive, sorted }: TableHeadProps): JSX.Element {
  return (
    <thead class="nhsuk-table__head" role={responsive ? 'rowgroup' : undefined}>
      <tr class="nhsuk-table__row" role={responsive ? 'row' : undefined}>
        {columns.map(column => (
          <th
            class={lookOf('nhsuk-table__header', column)}
            scope="col"
            role={responsive ? 'columnheader' : undefined}
            data-sort={column.sort && ''}
            data-sort-next={sorted === 'browser' ? column.sortNext : undefined}
            aria-sort={column.sort === 'none' ? undefined : column.sort}
          >
            <Linked href={column.href}>
              <Named column={column} />
            </Linked>
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface TableCellProps extends Pick<TableShape, 'responsive'> {
  readonly cell: Cell
  readonly column: Column | undefined
  readonly header: boolean
}

function TableCell({ cell, column, header, responsive }: TableCellProps): JSX.Element {
  const Tag = header ? 'th' : 'td'
  const numeric = cell.numeric ?? column?.numeric
  const align = cell.align ?? (cell.numeric === false && column?.numeric ? 'right' : column?.align)
  const content = (
    <Linked href={cell.href}>
      {cell.content}
      {cell.hidden && <Hidden> {cell.hidden}</Hidden>}
    </Linked>
  )
  return (
    <Tag
      class={lookOf(header ? 'nhsuk-table__header' : 'nhsuk-table__cell', { ...cell, numeric, align })}
      scope={header ? 'row' : undefined}
      role={responsive ? (header ? 'rowheader' : 'cell') : undefined}
      data-sort-value={cell.sortValue}
    >
      {responsive && column && (
        <span class="nhsuk-table__heading" aria-hidden="true">
          <Named column={column} />{' '}
        </span>
      )}
      {responsive && typeof cell.content === 'object' ? <span>{content}</span> : content}
    </Tag>
  )
}

function lookOf(name: string, look: Look): string | undefined {
  return spaced(
    name,
    look.numeric && `${name}--numeric`,
    look.align && `nhsuk-u-text-align-${look.align}`,
    look.width && `nhsuk-u-width-${look.width}`,
    look.class,
  )
}

function Named({ column }: { column: Column }): JSX.Element {
  return (
    <>
      {column.heading}
      {column.hidden && <Hidden>{column.heading ? ` ${column.hidden}` : column.hidden}</Hidden>}
    </>
  )
}

function Linked({ href, children }: { href: string | undefined; children: ComponentChildren }): ComponentChildren {
  if (href === undefined) return children
  return (
    <a class="nhsuk-link" href={href}>
      {children}
    </a>
  )
}
