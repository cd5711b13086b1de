import type { ComponentChildren, JSX } from 'preact'
import { spaced } from './spaced.ts'

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

export interface TagProps {
  /** Never the only sign of what is meant: the words must say it. `none` for plain text where other rows have tags. */
  readonly colour?: TagColour | 'none' | undefined
  readonly border?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The state of a thing, in a word or two. */
export function Tag({ colour, border = true, children, ...rest }: TagProps): JSX.Element {
  const look = [colour && `nhsuk-tag--${colour === 'none' ? 'no-colour' : colour}`, !border && 'nhsuk-tag--no-border']
  return (
    <strong id={rest.id} class={spaced('nhsuk-tag', ...look, rest.class)}>
      {children}
    </strong>
  )
}
