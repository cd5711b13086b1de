import type { JSX } from 'preact'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { useSay } from '../asked.ts'

/** Kinds of information, each on a line of its own. */
export function ClassList({ classes }: { classes: readonly DataClass[] }): JSX.Element {
  const say = useSay()
  return (
    <ul class="app-classes">
      {classes.map(dataClass => (
        <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
      ))}
    </ul>
  )
}
