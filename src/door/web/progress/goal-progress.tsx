import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { ScoreChart } from '../plan/score-chart.tsx'

/** How far somebody has come with one goal: drawn, and the same in words, the latest first. The same row live. */
export function GoalProgress({ goal, personId }: { goal: PlanItem; personId: string }): JSX.Element {
  const say = useSay()
  const { id, words, language, scores } = goal
  return (
    <section id={`progress-${id}`} class="app-goal-progress" tabIndex={-1} aria-labelledby={`goal-${id}`}>
      <h2 class="nhsuk-heading-m" id={`goal-${id}`} lang={language}>
        <a href={`/people/${personId}/plan/items/${id}`}>{words}</a>
      </h2>
      {scores.length === 0 && <p>{say('progress.noScore')}</p>}
      <ScoreChart item={goal} />
      <ol class="app-goal-progress__scores" reversed>
        {scores.toReversed().map((score, place) => (
          <li key={score.saidAt.toISOString()}>
            <p class="app-goal-progress__score">
              <b>{say('progress.outOf', { score: score.score })}</b>
              <span>{say.day(score.saidAt)}</span>
              {place === scores.length - 1 && <span>{say('progress.baseline')}</span>}
            </p>
            {score.words !== undefined && (
              <p class="app-goal-progress__words" lang={language}>
                {score.words}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
