import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import { ASSESSMENT_CLASS } from '#work/assessment/record.ts'
import { useSay } from '../asked.ts'
import type { ShownPlan } from './sections/shown-plan.ts'

/** A way from the plan to something else about it. */
interface Way {
  readonly key: Key
  /** Where it leads, below the person's address. */
  readonly to: string
  /** Whom it is shown to; everybody who sees the plan, where nothing is said. */
  readonly isFor?: (shown: ShownPlan) => boolean
}

/** Everything that leads on from a plan, in the order in which it is offered. One line each. */
const WAYS: readonly Way[] = [
  { key: 'aboutMe.title', to: 'about-me', isFor: ({ isOwn, banner }) => isOwn || banner.opensAboutMe === true },
  { key: 'booklet.toBooklet', to: 'plan/booklet' },
  { key: 'conversation.toConversation', to: 'conversation' },
  { key: 'otherPlan.toOthers', to: 'plan/others' },
  { key: 'planDocument.toCopy', to: 'plan/copy', isFor: ({ items }) => items.length > 0 },
  { key: 'careTeam.toTeam', to: 'team', isFor: ({ isOwn }) => isOwn },
  { key: 'careTeam.toTeamOther', to: 'team', isFor: ({ isOwn }) => !isOwn },
  { key: 'timeline.toTimeline', to: 'timeline', isFor: ({ isOwn }) => isOwn },
  { key: 'timeline.toTimelineOther', to: 'timeline', isFor: ({ isOwn }) => !isOwn },
  { key: 'progress.toProgress', to: 'plan/progress' },
  { key: 'planReview.toReviews', to: 'plan/reviews' },
  { key: 'assessment.titleMine', to: 'assessments', isFor: ({ isOwn }) => isOwn },
  {
    key: 'assessment.title',
    to: 'assessments',
    isFor: ({ isOwn, grants }) => !isOwn && grants.some(({ dataClass }) => dataClass === ASSESSMENT_CLASS),
  },
  { key: 'circle.toCircle', to: 'circle', isFor: ({ isOwn }) => isOwn },
  { key: 'plan.addTitle', to: 'plan/new', isFor: ({ mayAdd }) => mayAdd },
  { key: 'plan.toLooks', to: 'looks', isFor: ({ isOwn }) => isOwn },
]

/** The ways on from the plan, after the person’s own words: nothing comes before those. */
export function PlanWays({ shown }: { shown: ShownPlan }): JSX.Element | null {
  const say = useSay()
  const ways = WAYS.filter(({ isFor }) => isFor === undefined || isFor(shown))
  if (ways.length === 0) return null
  return (
    <nav class="app-plan-ways" aria-label={say('plan.ways')}>
      <ul>
        {ways.map(({ key, to }) => (
          <li key={to}>
            <a class="app-plan-ways__link" href={`/people/${shown.banner.personId}/${to}`}>
              {say.plain(key)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
