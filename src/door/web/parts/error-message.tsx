import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface ErrorMessageProps {
  /** Read before the message. Left out, the page's word; empty, nothing is read. */
  readonly prefix?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** What is wrong with one answer and how to put it right. The same words stand in the `ErrorSummary`. */
export function ErrorMessage({ prefix = useWords().errorPrefix, children, ...rest }: ErrorMessageProps): JSX.Element {
  return (
    <span id={rest.id} class={spaced('nhsuk-error-message', rest.class)}>
      {prefix && <Hidden>{prefix} </Hidden>}
      {children}
    </span>
  )
}
