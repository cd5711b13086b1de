import type { JSX } from 'preact'
import type { Visitor } from '#record/organisation/visitor.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import { answerBy, URGENCIES } from '#work/conversation/clock.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { DoerSelect, PartRadios } from './choice-fields.tsx'
import { type Choices, mentionOptions, ownerOptions } from './choices.ts'
import { problemAt } from './fields.ts'

export interface WriteFormProps {
  readonly action: string
  readonly choices: Choices
  /** The item of the plan that it is about. */
  readonly about: PlanItem | undefined
  /** The name of the person whose conversation it is. */
  readonly person: string
  readonly formKey: string
  readonly typed: Typed
  readonly problems: Problems
}

/** What to write, in which part, and so who will read it: said before it is sent. */
export function WriteForm(props: WriteFormProps): JSX.Element {
  const { say, visitor } = useAsked()
  const { action, choices, about, person, formKey, typed, problems } = props
  const ofItem = choices.parts.find(({ dataClass }) => dataClass === about?.dataClass)
  const others = othersIn(choices, visitor)
  return (
    <form method="post" action={action} noValidate class="app-form">
      <input type="hidden" name="key" value={typed.key || formKey} />
      {about && (
        <>
          <input type="hidden" name="about" value={about.id} />
          <InsetText>
            {say('conversation.isAbout')} <span lang={about.language}>{about.words}</span>
          </InsetText>
        </>
      )}
      <Kind {...props} />
      <Asking {...props} />
      <Deciding {...props} />
      <Textarea
        name="words"
        label={say('conversation.words')}
        labelSize="m"
        hint={say('conversation.wordsHint')}
        value={typed.words}
        error={problemAt(say, problems, 'words')}
      />
      <LanguageRadios
        legend={say('conversation.language')}
        legendSize="m"
        value={typed.language ?? say.language}
        error={problemAt(say, problems, 'language')}
      />
      <PartRadios
        choices={choices}
        person={person}
        id="part"
        value={typed.part ?? ofItem?.dataClass}
        error={problemAt(say, problems, 'part')}
      />
      <Select
        name="mention"
        label={say('conversation.mention')}
        labelSize="m"
        options={[{ value: '', label: say('conversation.nobody') }, ...mentionOptions(say, others, person)]}
        value={typed.mention}
        error={problemAt(say, problems, 'mention')}
      />
      <Button preventDoubleClick>{say('conversation.send')}</Button>
    </form>
  )
}

function Kind({ typed, problems }: WriteFormProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Radios
      name="kind"
      legend={say('conversation.whatIsIt')}
      legendSize="m"
      options={[
        { value: 'word', label: say('conversation.isWord') },
        { value: 'question', label: say('conversation.isQuestion'), hint: say('conversation.isQuestionHint') },
        { value: 'decision', label: say('conversation.isDecision'), hint: say('conversation.isDecisionHint') },
      ]}
      value={typed.kind ?? 'word'}
      error={problemAt(say, problems, 'kind')}
    />
  )
}

function Asking({ choices, person, typed, problems }: WriteFormProps): JSX.Element {
  const { say, now, visitor } = useAsked()
  const others = othersIn(choices, visitor)
  return (
    <div class="app-only app-only--question">
      <Select
        name="owner"
        label={say('conversation.owner')}
        options={[{ value: '', label: say('conversation.choose') }, ...ownerOptions(say, others, person)]}
        value={typed.owner}
        error={problemAt(say, problems, 'owner')}
      />
      <Radios
        name="urgency"
        small
        legend={say('conversation.urgency')}
        legendSize="s"
        options={URGENCIES.map(urgency => ({
          value: urgency,
          label: say.code('conversation', `urgency-${urgency}`),
          hint: say('conversation.untilMoment', { moment: say.moment(answerBy(urgency, now)) }),
        }))}
        value={typed.urgency ?? 'routine'}
      />
    </div>
  )
}

function Deciding({ choices, person, typed, problems }: WriteFormProps): JSX.Element {
  const { say } = useAsked()
  return (
    <div class="app-only app-only--decision">
      <DoerSelect
        choices={choices}
        person={person}
        id="doer"
        value={typed.doer}
        error={problemAt(say, problems, 'doer')}
      />
      <DateInput
        id="due"
        name="due"
        legend={say('conversation.decisionDue')}
        legendSize="s"
        hint={say('conversation.decisionDueHint')}
        value={typedDay(typed, 'due')}
        error={problemAt(say, problems, 'due-day')}
      />
    </div>
  )
}

/** Nobody asks themselves. */
function othersIn({ parts }: Choices, visitor: Visitor | undefined): MayRead[] {
  return parts
    .flatMap(({ readers }) => readers)
    .filter(({ accountId }) => accountId !== visitor?.accountId || accountId === undefined)
}
