import type { ComponentChildren, JSX } from 'preact'
import type { Action } from './action.tsx'
import { Card } from './card.tsx'
import type { HeadingLevel } from './heading.tsx'
import { useWords } from './words.ts'

export interface WarningCalloutProps {
  /** The page's word for "Important", unless given; then that word is read before it. */
  readonly heading?: ComponentChildren
  readonly headingLevel?: HeadingLevel | undefined
  readonly actions?: readonly Action[] | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Text alone becomes a paragraph. */
  readonly children: ComponentChildren
}

/** What must not be missed: harm may follow. */
export function WarningCallout({ heading, headingLevel = 3, ...rest }: WarningCalloutProps): JSX.Element {
  const words = useWords()
  return (
    <Card
      {...rest}
      variant="warning"
      heading={heading ?? words.important}
      headingPrefix={heading === undefined ? undefined : words.warningPrefix}
      headingLevel={headingLevel}
    />
  )
}
