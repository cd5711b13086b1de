import type { JSX } from 'preact'
import type { Standing } from '#work/review/standing.ts'
import { useSay } from '../asked.ts'
import { ClockTag } from './clock-tag.tsx'
import { ClosureStatement } from './closure-statement.tsx'

interface PlanStandingProps {
  readonly standing: Standing
  readonly personId: string
}

/** Where a plan stands, at its top: when it is looked at next, or that it was closed and why. The same live. */
export function PlanStanding({ standing, personId }: PlanStandingProps): JSX.Element {
  return (
    <div id="plan-standing" tabIndex={-1}>
      {standing.kind === 'closed' && <Closed standing={standing} personId={personId} />}
      {standing.kind === 'waiting' && <Next standing={standing} personId={personId} />}
    </div>
  )
}

function Next({
  standing: { next },
  personId,
}: {
  standing: Extract<Standing, { kind: 'waiting' }>
  personId: string
}): JSX.Element {
  const say = useSay()
  const { dueOn, responsible } = next.arrangement
  return (
    <p class="app-standing">
      <a href={`/people/${personId}/plan/reviews`}>{say('planReview.nextOn', { day: say.weekday(dueOn) })}</a>{' '}
      {say('planReview.withWhom', { name: responsible })} <ClockTag review={next} />
    </p>
  )
}

function Closed({
  standing: { by: review },
  personId,
}: {
  standing: Extract<Standing, { kind: 'closed' }>
  personId: string
}): JSX.Element | null {
  const say = useSay()
  const { result } = review
  if (result === undefined) return null
  return (
    <section class="app-closed" aria-labelledby="closed">
      <h2 class="nhsuk-heading-l" id="closed">
        {say('planReview.closedTop', { day: say.day(result.at) })}
      </h2>
      <h3 class="nhsuk-heading-m">{say('planReview.reasons')}</h3>
      <p class="app-review__words" lang={result.language}>
        {result.reasons}
      </p>
      <ClosureStatement result={result} />
      <ul class="app-ways app-last">
        <li>
          <a href={`/people/${personId}/plan/reviews/${review.id}`}>{say('planReview.toStatement')}</a>
        </li>
        <li>
          <a href={`/people/${personId}/plan/reviews/reopen`}>{say('planReview.reopen')}</a>
        </li>
      </ul>
    </section>
  )
}
