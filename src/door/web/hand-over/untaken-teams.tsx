import type { JSX } from 'preact'
import type { UntakenTeam } from '#work/notice/receipts/read-receipts.ts'
import { useAsked } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** The teams of an organisation of which nobody has taken notices in time, for whoever answers for it. It names nobody. */
export function UntakenTeams({ teams }: { teams: readonly UntakenTeam[] }): JSX.Element | null {
  const { say } = useAsked()
  if (teams.length === 0) return null
  return (
    <WarningCallout heading={say('receipt.untakenTitle')} headingLevel={2}>
      <ul class="nhsuk-list">
        {teams.map(({ team, count, since }) => (
          <li key={team.cy}>
            <b>{say.of(team)}</b>: {say('receipt.untaken', { count, moment: say.moment(since) })}
          </li>
        ))}
      </ul>
    </WarningCallout>
  )
}
