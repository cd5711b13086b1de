import type { JSX } from 'preact'
import { useSay } from '../asked.ts'

export interface FaceProps {
  readonly name: string
  /** By which their photograph is found, where the reader may see one. */
  readonly photographId: string | undefined
  /** Whose page it is: to those who see this person's team the photograph is handed out, and to nobody else. */
  readonly personId: string
  readonly small?: boolean
}

/** A photograph of somebody beside their name; a round with their initials, silent to screen readers, where there is none. */
export function Face({ name, photographId, personId, small = false }: FaceProps): JSX.Element {
  const say = useSay()
  const look = small ? 'app-face app-face--small' : 'app-face'
  if (photographId === undefined)
    return (
      <span class={look} aria-hidden="true">
        {initialsOf(name)}
      </span>
    )
  const from = `/people/${personId}/photographs/${photographId}`
  return <img class={look} src={from} alt={say('careTeam.photographOf', { name })} />
}

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => /^\p{L}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => word?.[0]?.toUpperCase() ?? '').join('')
}
