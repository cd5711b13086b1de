import type { ComponentChildren, JSX } from 'preact'
import { type HeadingLevel, HeadingTag } from './heading.tsx'
import type { LabelSize } from './label.tsx'
import { spaced } from './spaced.ts'

export interface PanelProps {
  readonly heading: ComponentChildren
  /** 1 unless told: a panel is most often the page's own news. */
  readonly headingLevel?: HeadingLevel | undefined
  readonly headingSize?: Exclude<LabelSize, 's'> | undefined
  readonly headingId?: string | undefined
  /** Stops the person before something that needs a second thought. */
  readonly interruption?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** The news that something is done, or, as an interruption, the question before it is. */
export function Panel({
  heading,
  headingLevel = 1,
  headingSize,
  headingId,
  children,
  ...rest
}: PanelProps): JSX.Element {
  return (
    <div id={rest.id} class={spaced('nhsuk-panel', rest.interruption && 'nhsuk-panel--interruption', rest.class)}>
      <HeadingTag
        level={headingLevel}
        id={headingId}
        class={spaced('nhsuk-panel__heading', headingSize && `nhsuk-panel__heading--${headingSize}`)}
      >
        {heading}
      </HeadingTag>
      {children && <div class="nhsuk-panel__body">{children}</div>}
    </div>
  )
}
