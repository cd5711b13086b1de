import type { JSX } from 'preact'
import type { Review } from '#work/review/review.ts'
import { useSay } from '../asked.ts'
import { Hidden } from '../parts/hidden.tsx'
import { ClockTag } from './clock-tag.tsx'
import { ArrangementFacts } from './facts.tsx'

interface ReviewCardProps {
  readonly review: Review
  /** Whose plan it is; left out on a page that is about nobody else. */
  readonly name?: string | undefined
}

/** One review as a row: when, who answers for it, what it came to. The same on the page and live. */
export function ReviewCard({ review, name }: ReviewCardProps): JSX.Element {
  const say = useSay()
  const { id, personId, arrangement, result, clock, timesArranged } = review
  const day = result === undefined ? say.weekday(arrangement.dueOn) : say.weekday(result.at)
  return (
    <li id={`review-${id}`} class={clock.kind === 'late' ? 'app-review app-review--late' : 'app-review'} tabIndex={-1}>
      <p class="app-review__tag">
        <ClockTag review={review} />
      </p>
      {name !== undefined && (
        <p class="app-review__who">
          <a href={`/people/${personId}/plan/reviews`}>{name}</a>
        </p>
      )}
      <h3 class="app-review__day nhsuk-heading-m">{day}</h3>
      {result === undefined ? (
        <ArrangementFacts arrangement={arrangement} times={timesArranged} />
      ) : (
        <p class="app-review__words" lang={result.language}>
          {result.reasons}
        </p>
      )}
      <p class="app-review__open">
        <a href={`/people/${personId}/plan/reviews/${id}`}>
          {say(result === undefined ? 'planReview.prepare' : 'planReview.open')}
          <Hidden> {say('planReview.openAbout', { day })}</Hidden>
        </a>
      </p>
    </li>
  )
}
