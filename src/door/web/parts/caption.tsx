import type { ComponentChildren, JSX } from 'preact'
import type { HeadingSize } from './heading-size.ts'
import { spaced } from './spaced.ts'

export interface CaptionProps {
  /** The size of the heading it goes with; the caption's own is derived from it. */
  readonly size?: HeadingSize | 'xxl' | undefined
  /** It stands below its heading rather than above. */
  readonly bottom?: boolean | undefined
  /** `p` or a heading when it stands beside its heading, `span` when it stands within. */
  readonly as?: 'span' | 'p' | 'h2' | 'h3' | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The smaller, greyer line of a heading. */
export function Caption({ size, bottom, as: Tag = 'span', children, ...rest }: CaptionProps): JSX.Element {
  const sized = size !== undefined && ['m', 'l', 'xl', 'xxl'].includes(size)
  const name = sized ? `nhsuk-caption-${size}` : 'nhsuk-caption'
  return (
    <Tag id={rest.id} class={spaced(name, bottom && 'nhsuk-caption--bottom', rest.class)}>
      {children}
    </Tag>
  )
}
