import type { JSX } from 'preact'
import type { Silence } from '#work/sender/silence.ts'
import { useSay } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { SilentPlace } from './out-of-date.tsx'

/** Every system that is late, for those who answer for them: what sends all day, and what sends a file a week. */
export function LateSenders({ silences }: { silences: readonly Silence[] }): JSX.Element | null {
  const say = useSay()
  if (silences.length === 0) return null
  return (
    <WarningCallout heading={say('freshness.late', { count: silences.length })} headingLevel={2}>
      <ul class="nhsuk-list">
        {silences.map(one => (
          <SilentPlace key={one.senderId} silence={one} />
        ))}
      </ul>
      <p>{say('freshness.lateMeans')}</p>
    </WarningCallout>
  )
}
