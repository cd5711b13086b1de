import type { JSX } from 'preact'
import type { OverdueTeam } from '#work/hand-over/escalate.ts'
import { useAsked } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** The teams of an organisation that have left hand-overs unanswered, for whoever answers for it. It names nobody. */
export function OverdueTeams({ teams }: { teams: readonly OverdueTeam[] }): JSX.Element | null {
  const { say } = useAsked()
  if (teams.length === 0) return null
  return (
    <WarningCallout heading={say('handOver.overdue')} headingLevel={2}>
      <ul class="nhsuk-list">
        {teams.map(({ team, count, since }) => (
          <li key={team.cy}>
            <b>{say.of(team)}</b>: {say('handOver.overdueCount', { count, since: say.moment(since) })}
          </li>
        ))}
      </ul>
    </WarningCallout>
  )
}
