import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import type { Silence } from '#work/sender/silence.ts'
import { useAsked } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** Where in a page it is said, so that a page which is open can be told. */
const ID = 'freshness'

/**
 * Says from where nothing has come for too long, above what rests on it. A system that has sent nothing yet has nothing
 * on any page. With nobody silent it is an empty place, which an open page fills when somebody falls silent.
 */
export function OutOfDate({ silences }: { silences: readonly Silence[] }): JSX.Element {
  const { say } = useAsked()
  const running = silences.filter(({ isRunning, heardAt }) => isRunning && heardAt !== undefined)
  if (running.length === 0) return <div id={ID} />
  return (
    <div id={ID}>
      <WarningCallout heading={say('freshness.outOfDate')}>
        <ul class="nhsuk-list">
          {running.map(one => (
            <SilentPlace key={one.senderId} silence={one} />
          ))}
        </ul>
        <p>{say('freshness.askThem')}</p>
      </WarningCallout>
    </div>
  )
}

/** One place and since when nothing has come from it. Its name stands by itself: nothing before it may change it. */
export function SilentPlace({ silence }: { silence: Silence }): JSX.Element {
  const { say, now } = useAsked()
  const { place, heardAt } = silence
  const when = heardAt && (dayOf(heardAt) === dayOf(now) ? say.time(heardAt) : say.moment(heardAt))
  return (
    <li>
      <b>{say.of(place)}</b>: {when === undefined ? say('freshness.never') : say('freshness.since', { when })}
    </li>
  )
}
