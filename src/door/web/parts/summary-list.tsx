import type { ComponentChildren, JSX } from 'preact'
import { type Action, ActionOf } from './action.tsx'
import { spaced } from './spaced.ts'
import type { Width } from './table-row.tsx'

export interface SummaryRow {
  readonly key: ComponentChildren
  readonly keyWidth?: Width | undefined
  readonly value: ComponentChildren
  readonly actions?: readonly Action[] | undefined
  /** No line under this row. */
  readonly borderless?: boolean | undefined
  readonly id?: string | undefined
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[]
  /** Lines under every row but the last, or under none. All have one unless told. */
  readonly border?: 'all' | 'not-last' | 'none' | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** What is known of one thing: names on the left, values beside them, what can be done on the right. */
export function SummaryList({ rows, border = 'all', ...rest }: SummaryListProps): JSX.Element {
  const anyActions = rows.some(row => row.actions?.length)
  return (
    <dl id={rest.id} class={spaced('nhsuk-summary-list', BORDER[border], rest.class)}>
      {rows.map(row => (
        <Row row={row} anyActions={anyActions} />
      ))}
    </dl>
  )
}

function Row({ row, anyActions }: { row: SummaryRow; anyActions: boolean }): JSX.Element {
  const { actions = [] } = row
  const name = spaced(
    'nhsuk-summary-list__row',
    anyActions && actions.length === 0 && 'nhsuk-summary-list__row--no-actions',
    row.borderless && 'nhsuk-summary-list__row--no-border',
  )
  return (
    <div id={row.id} class={name}>
      <dt class={spaced('nhsuk-summary-list__key', row.keyWidth && `nhsuk-u-width-${row.keyWidth}`)}>{row.key}</dt>
      <dd class="nhsuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 && <dd class="nhsuk-summary-list__actions">{drawActions(actions)}</dd>}
    </div>
  )
}

function drawActions(actions: readonly Action[]): ComponentChildren {
  const [only, ...others] = actions
  if (only && others.length === 0) return <ActionOf {...only} />
  return (
    <ul class="nhsuk-summary-list__actions-list">
      {actions.map(action => (
        <li class="nhsuk-summary-list__actions-list-item">
          <ActionOf {...action} />
        </li>
      ))}
    </ul>
  )
}

const BORDER = {
  all: undefined,
  'not-last': 'nhsuk-summary-list--no-last-row-border',
  none: 'nhsuk-summary-list--no-border',
} as const
