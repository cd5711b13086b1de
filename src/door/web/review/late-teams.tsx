import type { JSX } from 'preact'
import type { LateReviews } from '#work/review/escalate.ts'
import { useSay } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

const TOLD = { reviews: 'planReview.told', assessments: 'planReview.toldAssessments' } as const

/** The teams of an organisation whose reviews, or assessments, are late, for whoever answers for it. It names nobody. */
export function LateTeams({ teams, of }: { teams: readonly LateReviews[]; of: keyof typeof TOLD }): JSX.Element | null {
  const say = useSay()
  if (teams.length === 0) return null
  return (
    <WarningCallout heading={say(TOLD[of])} headingLevel={2}>
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
