import type { ComponentChildren, JSX } from 'preact'
import { spaced } from './spaced.ts'

export interface HintProps {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** Help in answering that most people need; rarer help belongs in `Details`. */
export function Hint(props: HintProps): JSX.Element {
  return (
    <div id={props.id} class={spaced('nhsuk-hint', props.class)}>
      {props.children}
    </div>
  )
}
