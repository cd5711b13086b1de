import type { ComponentChildren, JSX } from 'preact'
import { Caption } from './caption.tsx'
import { type HeadingLevel, HeadingTag } from './heading.tsx'
import { spaced } from './spaced.ts'

export type LabelSize = 's' | 'm' | 'l' | 'xl'

export interface LabelProps {
  readonly for?: string | undefined
  readonly size?: LabelSize | undefined
  /** Set when the question is also a heading of the page: 1 when the page asks nothing else. */
  readonly heading?: HeadingLevel | undefined
  readonly headingId?: string | undefined
  readonly caption?: ComponentChildren
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The question or name of one field. */
export function Label({ size, heading, headingId, caption, children, ...rest }: LabelProps): JSX.Element {
  const label = (
    <label id={rest.id} for={rest.for} class={spaced('nhsuk-label', size && `nhsuk-label--${size}`, rest.class)}>
      {caption && <Caption size={size}>{caption}</Caption>}
      {children}
    </label>
  )
  if (heading === undefined) return label
  return (
    <HeadingTag level={heading} id={headingId} class="nhsuk-label-wrapper">
      {label}
    </HeadingTag>
  )
}
