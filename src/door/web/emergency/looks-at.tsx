import type { JSX } from 'preact'
import type { EmergencyLook } from '#record/sharing/emergency/emergency.ts'
import { useSay } from '../asked.ts'
import { ClassList } from './class-list.tsx'

/** What was looked at in an emergency, and when; what was looked at again stands there once, with every time. */
export function LooksAt({ looks, none }: { looks: readonly EmergencyLook[]; none: string }): JSX.Element {
  const say = useSay()
  if (looks.length === 0) return <>{none}</>
  const same = Map.groupBy(looks, ({ classes }) => classes.join(' '))
  return (
    <ul class="app-emergency-looks">
      {[...same.values()].map(again => (
        <li key={again[0]!.at.getTime()}>
          <span class="app-digits">{[...new Set(again.map(({ at }) => say.time(at)))].join(', ')}</span>
          <ClassList classes={again[0]!.classes} />
        </li>
      ))}
    </ul>
  )
}
