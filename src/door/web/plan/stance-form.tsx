import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'

export interface StanceFormProps {
  readonly version: number
  readonly action: string
  readonly formKey: string
  /** The question; about the words of an item unless told. */
  readonly asks?: string
  readonly filled: Filled | undefined
}

/** Agreeing or disagreeing with an item as it stands. */
export function StanceForm({ version, action, formKey, asks, filled }: StanceFormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('plan.stanceTitle')}</h2>
      <HiddenFields version={version} formKey={formKey} />
      <Radios
        name="agrees"
        id={fieldId('stance', 'agrees')}
        legend={asks ?? say('plan.stanceAsked')}
        legendSize="s"
        options={[
          { value: 'yes', label: say('plan.agree') },
          { value: 'no', label: say('plan.disagree') },
        ]}
        value={filled?.typed.agrees}
        error={problemOf(say, filled, 'agrees')}
      />
      <Textarea
        name="words"
        id={fieldId('stance', 'words')}
        label={say('plan.stanceWords')}
        labelSize="s"
        hint={say('plan.stanceHint')}
        rows={3}
        value={filled?.typed.words}
        error={problemOf(say, filled, 'words')}
      />
      <Button preventDoubleClick>{say('plan.send')}</Button>
    </form>
  )
}
