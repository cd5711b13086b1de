import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** How the person has felt about a goal: where it began, and now, each with its day and what they said. */
export function ScoresLine({ item: { scores, language } }: { item: PlanItem }): JSX.Element | null {
  const say = useSay()
  const [first] = scores
  const last = scores.at(-1)
  if (first === undefined || last === undefined) return null
  return (
    <div class="app-scores">
      <p class="app-scores__now">
        <span class="app-scores__number">{last.score}</span> {say('plan.scoreOf')}
      </p>
      <p class="app-item__written">
        {first === last
          ? say('plan.scoreBaseline', { day: say.day(first.saidAt) })
          : say('plan.scoreSince', { score: first.score, began: say.day(first.saidAt), day: say.day(last.saidAt) })}
      </p>
      {last.words !== undefined && (
        <p class="app-voice__words" lang={language}>
          {last.words}
        </p>
      )}
    </div>
  )
}
