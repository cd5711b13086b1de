import type { ComponentChildren, JSX } from 'preact'
import { spaced } from './spaced.ts'

export interface DetailsProps {
  readonly summary: ComponentChildren
  readonly open?: boolean | undefined
  /** Drawn as a box of its own, for several in a row. */
  readonly expander?: boolean | undefined
  readonly reverse?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** What only some people need, one press away. */
export function Details({ summary, open, expander, reverse, children, ...rest }: DetailsProps): JSX.Element {
  const name = spaced('nhsuk-details', reverse && 'nhsuk-details--reverse', expander && 'nhsuk-expander', rest.class)
  return (
    <details id={rest.id} class={name} open={open}>
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  )
}
