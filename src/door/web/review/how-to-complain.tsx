import type { JSX } from 'preact'
import type { Arrangement } from '#work/review/review.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'

/** Whom to turn to when one is not content with what a review came to. */
export function HowToComplain({ arrangement }: { arrangement: Arrangement }): JSX.Element {
  const say = useSay()
  const { responsible: name, organisation } = arrangement
  return (
    <Details summary={say('planReview.complainTitle')}>
      <p>{say('planReview.complainFirst', { name, organisation: say.of(organisation) })}</p>
      <p>{say('planReview.complainThen')}</p>
    </Details>
  )
}
