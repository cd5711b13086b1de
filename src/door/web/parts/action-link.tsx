import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import { LinkOrButton } from './link-or-button.tsx'
import { spaced } from './spaced.ts'

export interface ActionLinkProps {
  /** Left out, it is a button that sends the form it stands in. */
  readonly href?: string | undefined
  readonly reverse?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The one thing most people came to the page to do. */
export function ActionLink({ href, reverse, id, children, ...rest }: ActionLinkProps): JSX.Element {
  const name = spaced('nhsuk-action-link', reverse && 'nhsuk-action-link--reverse', rest.class)
  return (
    <LinkOrButton href={href} id={id} class={name}>
      <Icon name="arrow-right-circle" />
      <span class="nhsuk-action-link__text">{children}</span>
    </LinkOrButton>
  )
}
