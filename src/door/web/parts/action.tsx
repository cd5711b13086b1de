import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { LinkOrButton } from './link-or-button.tsx'

/** What can be done to a card or a row: a link, or without `href` a button of the form around it. */
export interface Action {
  readonly text: ComponentChildren
  /** Read after the text: what it is done to. Without it every row's link would sound the same. */
  readonly hidden?: string | undefined
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
}

/** "Change" to the eye, "Change name" to the ear. */
export function ActionOf({ text, hidden, ...rest }: Action): JSX.Element {
  return (
    <LinkOrButton {...rest} class="nhsuk-link">
      {text}
      {hidden && <Hidden> {hidden}</Hidden>}
    </LinkOrButton>
  )
}
