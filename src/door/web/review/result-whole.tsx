import type { JSX } from 'preact'
import type { Review, ReviewResult, ReviewStance } from '#work/review/review.ts'
import { useSay } from '../asked.ts'
import { ClosureStatement } from './closure-statement.tsx'

/** All that a review came to, with what the person says of it. */
export function ResultWhole({ review, result }: { review: Review; result: ReviewResult }): JSX.Element {
  const say = useSay()
  const { kind, reasons, language, changes, items, by, at, stance, reopened } = result
  return (
    <section class={`app-result app-result--${kind}`}>
      <h2 class="nhsuk-heading-l">{say.code('planReview', `said-${kind}`)}</h2>
      <h3 class="nhsuk-heading-m">{say('planReview.reasons')}</h3>
      <p class="app-review__words" lang={language}>
        {reasons}
      </p>
      {changes !== undefined && (
        <>
          <h3 class="nhsuk-heading-m">{say('planReview.changes')}</h3>
          <p class="app-review__words" lang={language}>
            {changes}
          </p>
        </>
      )}
      {items.length > 0 && (
        <>
          <h3 class="nhsuk-heading-m">{say('planReview.toItems')}</h3>
          <ul class="nhsuk-list nhsuk-list--bullet">
            {items.map(item => (
              <li key={item.id} lang={item.language}>
                <a href={`/people/${review.personId}/plan/items/${item.id}`}>{item.words}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <ClosureStatement result={result} />
      <p class="app-item__written">{say('planReview.endedBy', { name: by, day: say.day(at) })}</p>
      {reopened !== undefined && (
        <div class="app-voice">
          <p class="app-voice__who">{say('planReview.reopened', { name: reopened.by, day: say.day(reopened.at) })}</p>
          <p class="app-voice__words" lang={reopened.language}>
            {reopened.reasons}
          </p>
        </div>
      )}
      {stance === undefined ? <p>{say('planReview.waitsForWord')}</p> : <Said stance={stance} />}
    </section>
  )
}

function Said({ stance: { agrees, by, words, language } }: { stance: ReviewStance }): JSX.Element {
  const say = useSay()
  return (
    <div class={agrees ? 'app-voice' : 'app-voice app-voice--against'}>
      <p class="app-voice__who">{say(agrees ? 'planReview.agrees' : 'planReview.disagrees', { name: by })}</p>
      {words !== undefined && (
        <p class="app-voice__words" lang={language}>
          {words}
        </p>
      )}
    </div>
  )
}
