import type { JSX } from 'preact'
import { OUTCOMES } from '#work/privacy/inquiry.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { outcomeIn } from './finding-words.ts'

export interface InquiryFormProps {
  readonly action: string
  readonly formKey: string
  /** The last entry that the officer was shown. */
  readonly upTo: number
  readonly typed: Typed | undefined
  readonly problems: Problems
}

/** Noting that something has been looked into, and what came of it. */
export function InquiryForm({ action, formKey, upTo, typed, problems }: InquiryFormProps): JSX.Element {
  const say = useSay()
  const problem = (field: string) => (problems[field] === undefined ? undefined : say.plain(problems[field]))
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('privacyOffice.lookInto')}</h2>
      <p>{say('privacyOffice.lookIntoWhat')}</p>
      <input type="hidden" name="key" value={typed?.key || formKey} />
      <input type="hidden" name="upTo" value={typed?.upTo || String(upTo)} />
      <Radios
        name="outcome"
        legend={say('privacyOffice.outcomeAsked')}
        legendSize="s"
        options={OUTCOMES.map(outcome => ({ value: outcome, label: outcomeIn(say, outcome) }))}
        value={typed?.outcome}
        error={problem('outcome')}
      />
      <Textarea
        name="words"
        label={say('privacyOffice.inquiryWords')}
        labelSize="s"
        rows={4}
        value={typed?.words}
        error={problem('words')}
      />
      <Button preventDoubleClick>{say('privacyOffice.note')}</Button>
    </form>
  )
}
