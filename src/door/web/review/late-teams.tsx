import type { JSX } from 'preact'
import type { LateReviews } from '#work/review/escalate.ts'
import { useSay } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** The teams of an organisation whose reviews are late, for whoever answers for it. It names nobody. */
export function LateTeams({ teams }: { teams: readonly LateReviews[] }): JSX.Element | null {
  const say = useSay()
  if (teams.length === 0) return null
  return (
    <WarningCallout heading={say('planReview.told')} headingLevel={2}>
      <ul class="nhsuk-list">
        {teams.map(({ team, count, since }) => (
          <li key={team.cy}>
            <b>{say.of(team)}</b>: {say('planReview.toldCount', { count, since: say.day(since) })}
          </li>
        ))}
      </ul>
    </WarningCallout>
  )
}
