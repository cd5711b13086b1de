import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { LinkOrButton } from './link-or-button.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface BackLinkProps {
  /** Left out, it is a button that sends the form it stands in. */
  readonly href?: string | undefined
  /** Read before the text, never seen. */
  readonly hidden?: string | undefined
  readonly reverse?: boolean | undefined
  readonly lang?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** The page's word for "Back", unless given. */
  readonly children?: ComponentChildren
}

/** The way to the page before, above the heading. */
export function BackLink({ href, hidden, reverse, lang, id, children, ...rest }: BackLinkProps): JSX.Element {
  const words = useWords()
  const name = spaced('nhsuk-back-link', reverse && 'nhsuk-back-link--reverse', rest.class)
  return (
    <LinkOrButton href={href} id={id} lang={lang} class={name}>
      {hidden && <Hidden>{hidden} </Hidden>}
      {children ?? words.back}
    </LinkOrButton>
  )
}
