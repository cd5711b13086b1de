import type { ComponentChildren, JSX } from 'preact'
import type { Arrangement } from '#work/review/review.ts'
import { useSay } from '../asked.ts'

/** Who answers for a review, who is to be there, and why it is held. */
export function ArrangementFacts({ arrangement, times }: { arrangement: Arrangement; times: number }): JSX.Element {
  const say = useSay()
  const { responsible, team, organisation, attending, cause, by, at } = arrangement
  const seat = team === undefined ? say.of(organisation) : `${say.of(team)}, ${say.of(organisation)}`
  return (
    <>
      <dl class="app-facts">
        <Fact name={say('planReview.responsible')}>
          {responsible}, {seat}
        </Fact>
        {attending !== undefined && <Fact name={say('planReview.attending')}>{attending}</Fact>}
        <Fact name={say('planReview.cause')}>{say.code('planReview', `cause-${cause}`)}</Fact>
        {times > 1 && <Fact name={say('planReview.times')}>{say('planReview.timesCount', { count: times })}</Fact>}
      </dl>
      {arrangement.words !== undefined && (
        <p class="app-review__words" lang={arrangement.language}>
          {arrangement.words}
        </p>
      )}
      <p class="app-item__written">{say('planReview.arranged', { name: by, day: say.day(at) })}</p>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
