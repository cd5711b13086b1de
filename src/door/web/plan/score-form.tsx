import type { JSX } from 'preact'
import { SCORE_MAX } from '#work/plan/score.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'
import type { OneItemForm } from './state-form.tsx'

/** How the person feels about a goal: eleven large numbers to touch, and a few words if they like. */
export function ScoreForm({ item, action, formKey, filled }: OneItemForm): JSX.Element {
  const say = useSay()
  const numbers = Array.from({ length: SCORE_MAX + 1 }, (_, score) => String(score))
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('plan.scoreTitle')}</h2>
      <HiddenFields version={item.version} formKey={formKey} />
      <Radios
        name="score"
        id={fieldId('score', 'score')}
        class="app-score"
        legend={say(item.scores.length === 0 ? 'plan.scoreFirst' : 'plan.scoreAsked')}
        legendSize="s"
        hint={say('plan.scoreHint')}
        options={numbers.map(value => ({ value, label: value }))}
        value={filled?.typed.score}
        error={problemOf(say, filled, 'score')}
      />
      <Textarea
        name="words"
        id={fieldId('score', 'words')}
        label={say('plan.scoreWords')}
        labelSize="s"
        rows={2}
        value={filled?.typed.words}
        error={problemOf(say, filled, 'words')}
      />
      <Button preventDoubleClick>{say('plan.scoreSend')}</Button>
    </form>
  )
}
