import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import { useAsked } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** A team that something has waited for too long. */
interface LateTeam {
  readonly team: Bilingual
  readonly count: number
  /** Since when the one that has waited longest does. */
  readonly since: Date
}

interface LateTeamsProps {
  readonly heading: string
  readonly teams: readonly LateTeam[]
  /** How many there are and since when, in words. */
  readonly line: (of: { count: number; since: string }) => string
}

/** The teams of an organisation that are late with something, for whoever answers for it. It names nobody. */
export function LateTeams({ heading, teams, line }: LateTeamsProps): JSX.Element | null {
  const { say } = useAsked()
  if (teams.length === 0) return null
  return (
    <WarningCallout heading={heading} headingLevel={2}>
      <ul class="nhsuk-list">
        {teams.map(({ team, count, since }) => (
          <li key={team.cy}>
            <b>{say.of(team)}</b>: {line({ count, since: say.moment(since) })}
          </li>
        ))}
      </ul>
    </WarningCallout>
  )
}
