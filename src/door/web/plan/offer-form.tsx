import type { JSX } from 'preact'
import type { Offer } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'

export interface OfferFormProps {
  readonly offer: Offer
  readonly action: string
  readonly filled: Filled | undefined
}

/** Whether something that somebody else wrote is to be part of the person's plan: theirs alone to say. */
export function OfferForm({ offer, action, filled }: OfferFormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('plan.offerTitle')}</h2>
      <Radios
        name="accepted"
        id={fieldId('offer', 'accepted')}
        legend={say('plan.offerAsked')}
        legendSize="s"
        options={[
          { value: 'yes', label: say('plan.offerYes') },
          { value: 'no', label: say('plan.offerNo') },
        ]}
        value={filled?.typed.accepted}
        error={problemOf(say, filled, 'accepted')}
      />
      <Textarea
        name="words"
        id={fieldId('offer', 'words')}
        label={say('plan.answerWords', { name: offer.offeredBy })}
        labelSize="s"
        rows={2}
        value={filled?.typed.words}
        error={problemOf(say, filled, 'words')}
      />
      <Button preventDoubleClick>{say('plan.answer')}</Button>
    </form>
  )
}
