import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { Paragraph } from './paragraph.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface InsetTextProps {
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Text alone becomes a paragraph. */
  readonly children: ComponentChildren
}

/** Words set apart from the rest of the page, calmer than a `WarningCallout`. */
export function InsetText(props: InsetTextProps): JSX.Element {
  const words = useWords()
  return (
    <div id={props.id} class={spaced('nhsuk-inset-text', props.class)}>
      <Hidden>{words.informationPrefix} </Hidden>
      <Paragraph>{props.children}</Paragraph>
    </div>
  )
}
