import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Sent } from './sent.ts'

/** The person says, in their words, whether they agree with what a review came to. */
export function StanceForm({ action, sent }: { action: string; sent: Sent }): JSX.Element {
  const say = useSay()
  const { typed, problem } = sent
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-l">{say('planReview.stanceTitle')}</h2>
      <p>{say('planReview.stanceLede')}</p>
      <Radios
        name="agrees"
        legend={say('planReview.stanceTitle')}
        legendSize="s"
        options={[
          { value: 'yes', label: say('planReview.agree') },
          { value: 'no', label: say('planReview.disagree') },
        ]}
        value={typed.agrees}
        error={problem(say, 'agrees')}
      />
      <Textarea
        name="words"
        label={say('planReview.stanceWords')}
        labelSize="s"
        hint={say('planReview.stanceHint')}
        rows={4}
        value={typed.words}
        error={problem(say, 'words')}
      />
      <LanguageRadios legend={say('planReview.language')} value={typed.language ?? say.language} />
      <Button preventDoubleClick>{say('planReview.stanceSend')}</Button>
    </form>
  )
}
