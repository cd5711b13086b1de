import type { JSX } from 'preact'
import type { Achievement, ReviewResult } from '#work/review/review.ts'
import { useSay } from '../asked.ts'

/** Why a plan was closed, how far each outcome was achieved, and how the need that remains is met and by whom. */
export function ClosureStatement({ result }: { result: ReviewResult }): JSX.Element | null {
  const say = useSay()
  const { closure, language } = result
  if (closure === undefined) return null
  const { achievements, needRemains, metHow, metBy } = closure
  return (
    <>
      <h3 class="nhsuk-heading-m">{say('planReview.achieved')}</h3>
      {achievements.length === 0 && <p>{say('planReview.noOutcomes')}</p>}
      <ul class="app-achieved">
        {achievements.map(one => (
          <Achieved key={one.item.id} achievement={one} language={language} />
        ))}
      </ul>
      <h3 class="nhsuk-heading-m">{say('planReview.needRemains')}</h3>
      {needRemains ? (
        <dl class="app-review__met">
          <dt>{say('planReview.metHow')}</dt>
          <dd lang={language}>{metHow}</dd>
          <dt>{say('planReview.metBy')}</dt>
          <dd lang={language}>{metBy}</dd>
        </dl>
      ) : (
        <p>{say('planReview.noNeed')}</p>
      )}
    </>
  )
}

function Achieved({
  achievement: { item, words, score },
  language,
}: {
  achievement: Achievement
  language: string
}): JSX.Element {
  const say = useSay()
  return (
    <li>
      <p class="app-achieved__outcome" lang={item.language}>
        {item.words}
      </p>
      <p class="app-review__words" lang={language}>
        {words}
      </p>
      <p class="app-achieved__score">
        {score === undefined ? say('planReview.noScore') : say('planReview.ownScore', { score })}
      </p>
    </li>
  )
}
