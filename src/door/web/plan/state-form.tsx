import type { JSX } from 'preact'
import { ACTION_STATES, type PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'

export interface OneItemForm {
  readonly item: PlanItem
  readonly action: string
  readonly formKey: string
  readonly filled: Filled | undefined
}

/** How far something has come, asked of whoever does it. Nobody says of themselves that they were asked. */
export function StateForm({ item, action, formKey, filled }: OneItemForm): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('plan.stateTitle')}</h2>
      <HiddenFields version={item.version} formKey={formKey} />
      <Radios
        name="state"
        id={fieldId('state', 'state')}
        legend={say('plan.stateAsked')}
        legendSize="s"
        options={ACTION_STATES.filter(state => state !== 'asked').map(state => ({
          value: state,
          label: say.code('planState', state),
        }))}
        value={filled?.typed.state ?? item.state?.state}
        error={problemOf(say, filled, 'state')}
      />
      <Textarea
        name="words"
        id={fieldId('state', 'words')}
        label={say('plan.stateWords')}
        labelSize="s"
        hint={say('plan.stateHint')}
        rows={2}
        value={filled?.typed.words}
        error={problemOf(say, filled, 'words')}
      />
      <Button preventDoubleClick>{say('plan.stateSend')}</Button>
    </form>
  )
}
