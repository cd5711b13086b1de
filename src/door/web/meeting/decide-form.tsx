import type { JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { DoerSelect, PartRadios } from '../conversation/choice-fields.tsx'
import type { Choices } from '../conversation/choices.ts'
import { typedDay } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Details } from '../parts/details.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { FilledCase } from './case.ts'
import { caseField, caseProblem } from './case-field.ts'

interface DecideFormProps {
  readonly caseId: string
  readonly choices: Choices
  /** The name of whom it is about. */
  readonly person: string
  readonly action: string
  readonly formKey: string
  readonly filled: FilledCase | undefined
}

/** What is decided, who is to do it and by when; and, before it is sent, who will read it. */
export function DecideForm({ caseId, choices, person, action, formKey, filled }: DecideFormProps): JSX.Element {
  const { say } = useAsked()
  const typed = filled?.typed ?? {}
  const id = (field: string) => caseField(caseId, field)
  const problem = (field: string) => caseProblem(say, filled, field)
  const choosing = (field: string) => ({ choices, person, id: id(field), value: typed[field], error: problem(field) })
  return (
    <Details summary={say('meeting.decideOpen')} open={filled !== undefined}>
      <form method="post" action={`${action}/decide`} noValidate>
        <input type="hidden" name="key" value={typed.key || formKey} />
        <Textarea
          name="words"
          id={id('words')}
          label={say('meeting.decide')}
          labelSize="s"
          rows={3}
          value={typed.words}
          error={problem('words')}
        />
        <DoerSelect {...choosing('doer')} />
        <DateInput
          id={id('due')}
          name="due"
          legend={say('conversation.decisionDue')}
          legendSize="s"
          value={typedDay(typed, 'due')}
          error={problem('due')}
        />
        <PartRadios {...choosing('part')} />
        <LanguageRadios
          id={id('language')}
          legend={say('conversation.language')}
          value={typed.language ?? say.language}
          error={problem('language')}
        />
        <Button small preventDoubleClick>
          {say('meeting.decideSend')}
        </Button>
      </form>
    </Details>
  )
}
