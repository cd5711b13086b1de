import type { ComponentChildren, JSX } from 'preact'
import { Caption } from './caption.tsx'
import { type HeadingLevel, HeadingTag } from './heading.tsx'
import type { LabelSize } from './label.tsx'
import { spaced } from './spaced.ts'

export interface LegendProps {
  readonly size?: LabelSize | undefined
  /** Set when the question is also a heading of the page: 1 when the page asks nothing else. */
  readonly heading?: HeadingLevel | undefined
  readonly headingId?: string | undefined
  readonly caption?: ComponentChildren
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The question a group of fields answers together; the first thing in a `Fieldset`. */
export function Legend({ size, heading, headingId, caption, children, ...rest }: LegendProps): JSX.Element {
  const text = (
    <>
      {caption && <Caption size={size}>{caption}</Caption>}
      {children}
    </>
  )
  return (
    <legend
      id={rest.id}
      class={spaced('nhsuk-fieldset__legend', size && `nhsuk-fieldset__legend--${size}`, rest.class)}
    >
      {heading === undefined ? (
        text
      ) : (
        <HeadingTag level={heading} id={headingId} class="nhsuk-fieldset__heading">
          {text}
        </HeadingTag>
      )}
    </legend>
  )
}
