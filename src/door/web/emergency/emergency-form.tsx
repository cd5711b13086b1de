import type { JSX } from 'preact'
import { EMERGENCY_CATEGORIES } from '#record/sharing/emergency/category.ts'
import { SENSITIVE_REVIEW_HOURS } from '#record/sharing/emergency/due.ts'
import type { EmergencyScope } from '#record/sharing/emergency/roles.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { sensitiveName } from './emergency-fields.ts'

export interface EmergencyFormProps {
  readonly scope: EmergencyScope
  readonly formKey: string
  readonly typed: Typed
  readonly problems: Problems
}

/** Whose record, why it cannot wait, in which words; what is sensitive is asked for by itself. */
export function EmergencyForm({ scope, formKey, typed, problems }: EmergencyFormProps): JSX.Element {
  const say = useSay()
  const said = saidBy(say.plain, problems)
  return (
    <form method="post" action="/emergency" noValidate class="app-form">
      <input type="hidden" name="key" value={typed.key || formKey} />
      <h2 class="nhsuk-heading-m">{say('emergency.whom')}</h2>
      <Input
        name="nhsNumber"
        label={say('emergency.nhsNumber')}
        labelSize="s"
        hint={say('emergency.nhsNumberHint')}
        width={10}
        code
        inputmode="numeric"
        autocomplete="off"
        value={typed.nhsNumber}
        error={said('nhsNumber')}
      />
      <DateInput
        id="birthDate"
        legend={say('emergency.birthDate')}
        legendSize="s"
        hint={say('emergency.birthDateHint')}
        value={typed}
        error={said('birthDate')}
      />
      <Radios
        name="category"
        legend={say('emergency.category')}
        legendSize="m"
        options={EMERGENCY_CATEGORIES.map(value => ({ value, label: say.code('emergency', `category-${value}`) }))}
        value={typed.category}
        error={said('category')}
      />
      <Textarea
        name="words"
        label={say('emergency.words')}
        labelSize="m"
        hint={say('emergency.wordsHint')}
        value={typed.words}
        error={said('words')}
      />
      <Sensitive scope={scope} typed={typed} problems={problems} />
      <Button preventDoubleClick>{say('emergency.send')}</Button>
    </form>
  )
}

/** Closed until somebody wants it, so that asking for it is never the easy way. */
function Sensitive({ scope, typed, problems }: Omit<EmergencyFormProps, 'formKey'>): JSX.Element {
  const say = useSay()
  const said = saidBy(say.plain, problems)
  const ticked = scope.sensitive.filter(dataClass => typed[sensitiveName(dataClass)] !== undefined)
  return (
    <Details summary={say('emergency.sensitive')} open={ticked.length > 0 || (typed.sensitiveWords ?? '') !== ''}>
      <p>{say('emergency.sensitiveWhat', { hours: SENSITIVE_REVIEW_HOURS })}</p>
      <Checkboxes
        name="sensitive"
        legend={say('emergency.sensitiveClasses')}
        legendSize="s"
        options={scope.sensitive.map(dataClass => ({
          name: sensitiveName(dataClass),
          value: dataClass,
          label: say.code('dataClass', dataClass),
        }))}
        values={ticked}
        error={said('sensitive')}
      />
      <Textarea
        name="sensitiveWords"
        label={say('emergency.sensitiveWords')}
        labelSize="s"
        rows={3}
        value={typed.sensitiveWords}
        error={said('sensitiveWords')}
      />
    </Details>
  )
}

function saidBy(plain: ReturnType<typeof useSay>['plain'], problems: Problems) {
  return (field: string): string | undefined => {
    const key = problems[field]
    return key === undefined ? undefined : plain(key)
  }
}
