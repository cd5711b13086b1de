import type { ComponentChildren, JSX } from 'preact'
import { Paragraph } from './paragraph.tsx'
import { spaced } from './spaced.ts'

export interface ScrollProps {
  /** The id of the words that name what scrolls. */
  readonly labelledBy?: string | undefined
  readonly reverse?: boolean | undefined
  /** Text alone becomes a paragraph. */
  readonly children: ComponentChildren
}

/** Lets something wider than the page be moved sideways by hand or by keyboard. */
export function Scroll({ labelledBy, reverse, children }: ScrollProps): JSX.Element {
  return (
    <div class={spaced('nhsuk-scroll', reverse && 'nhsuk-scroll--reverse')} data-module="nhsuk-scroll">
      {/* biome-ignore lint/a11y/useSemanticElements: the published markup, which its script looks for */}
      <div class="nhsuk-scroll__content" role="region" aria-labelledby={labelledBy}>
        <Paragraph>{children}</Paragraph>
      </div>
    </div>
  )
}
