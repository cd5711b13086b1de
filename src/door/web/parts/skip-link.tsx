import type { ComponentChildren, JSX } from 'preact'
import { useWords } from './words.ts'

export interface SkipLinkProps {
  /** The id of the page's `main`, after a hash. */
  readonly href?: string | undefined
  /** The page's word for "Skip to main content", unless given. */
  readonly children?: ComponentChildren
}

/** The first thing on every page: past the header by keyboard. Unseen until it has the focus. */
export function SkipLink({ href = '#maincontent', children }: SkipLinkProps): JSX.Element {
  const words = useWords()
  return (
    <a class="nhsuk-skip-link" data-module="nhsuk-skip-link" href={href}>
      {children ?? words.skipToMain}
    </a>
  )
}
