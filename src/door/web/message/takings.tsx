import type { JSX } from 'preact'
import type { Taking } from '#work/ledger/take-message.ts'
import { useAsked, useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** By when somebody must have dealt with a message, and that it is late. */
export function Due({ at }: { at: Date }): JSX.Element {
  const { say, now } = useAsked()
  return (
    <>
      {say.moment(at)} {at <= now && <Tag colour="red">{say('replay.late')}</Tag>}
    </>
  )
}

/** Who is on a message, and what they noted. */
export function Takings({ takings }: { takings: readonly Taking[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      {takings.map(({ takenBy, takenAt, note }) => (
        <p key={takenAt.toISOString()} class="app-close">
          {takenBy}, {say.moment(takenAt)} {note !== null && <q>{note}</q>}
        </p>
      ))}
    </>
  )
}
