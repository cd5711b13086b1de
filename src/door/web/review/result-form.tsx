import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { outcomesOf } from '#work/review/closure.ts'
import type { ReviewResultKind } from '#work/review/review.ts'
import { useSay } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { achievedField, itemField, scoreField } from './result-fields.ts'
import type { Sent } from './sent.ts'

interface ResultFormProps {
  readonly kind: ReviewResultKind
  readonly action: string
  readonly items: readonly PlanItem[]
  readonly sent: Sent
}

/** What a review came to, asked for as each of the three needs it. */
export function ResultForm({ kind, action, items, sent }: ResultFormProps): JSX.Element {
  const say = useSay()
  const { typed, problem } = sent
  return (
    <form method="post" action={action} noValidate>
      {kind === 'close' && <Achievements items={items} sent={sent} />}
      <Textarea
        name="reasons"
        label={say.code('planReview', `reasons-${kind}`)}
        labelSize="m"
        value={typed.reasons}
        error={problem(say, 'reasons')}
      />
      {kind === 'revise' && <Changes items={items} sent={sent} />}
      {kind === 'close' ? <Need sent={sent} /> : <NextDay sent={sent} />}
      <LanguageRadios legend={say('planReview.language')} value={typed.language ?? say.language} />
      <Button preventDoubleClick variant={kind === 'close' ? 'warning' : undefined}>
        {say.code('planReview', `send-${kind}`)}
      </Button>
    </form>
  )
}

function NextDay({ sent: { typed, problem } }: { sent: Sent }): JSX.Element {
  const say = useSay()
  return (
    <DateInput
      id="next"
      name="next"
      legend={say('planReview.nextDay')}
      legendSize="m"
      value={typedDay(typed, 'next')}
      error={problem(say, 'next-day')}
    />
  )
}

function Changes({ items, sent: { typed, problem } }: { items: readonly PlanItem[]; sent: Sent }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Textarea
        name="changes"
        label={say('planReview.changesAsked')}
        labelSize="m"
        value={typed.changes}
        error={problem(say, 'changes')}
      />
      <Checkboxes
        name="items"
        legend={say('planReview.itemsAsked')}
        legendSize="m"
        options={items.map(({ id, words, language }) => ({
          name: itemField(id),
          value: id,
          label: <span lang={language}>{words}</span>,
        }))}
        values={items.map(({ id }) => id).filter(id => typed[itemField(id)] !== undefined)}
      />
    </>
  )
}

function Achievements({ items, sent: { typed, problem } }: { items: readonly PlanItem[]; sent: Sent }): JSX.Element {
  const say = useSay()
  const scores = Array.from({ length: 11 }, (_, score) => ({ value: String(score), label: String(score) }))
  return (
    <>
      {outcomesOf(items).map(({ id, words, language, scores: given }) => (
        <fieldset key={id} class="nhsuk-fieldset app-achieving">
          <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--m" lang={language}>
            {words}
          </legend>
          <Textarea
            name={achievedField(id)}
            label={say('planReview.achievedAsked')}
            labelSize="s"
            rows={3}
            value={typed[achievedField(id)]}
            error={problem(say, achievedField(id))}
          />
          <Select
            name={scoreField(id)}
            label={say('planReview.scoreAsked')}
            labelSize="s"
            options={[{ value: '', label: say('planReview.scoreNone') }, ...scores]}
            value={typed[scoreField(id)] ?? String(given.at(-1)?.score ?? '')}
          />
        </fieldset>
      ))}
    </>
  )
}

function Need({ sent: { typed, problem } }: { sent: Sent }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Radios
        name="need"
        legend={say('planReview.needAsked')}
        legendSize="m"
        options={[
          { value: 'yes', label: say('planReview.needYes') },
          { value: 'no', label: say('planReview.needNo') },
        ]}
        value={typed.need}
        error={problem(say, 'need')}
      />
      <div class="app-achieving">
        <p>{say('planReview.needIfYes')}</p>
        <Textarea
          name="metHow"
          label={say('planReview.metHow')}
          labelSize="s"
          rows={3}
          value={typed.metHow}
          error={problem(say, 'metHow')}
        />
        <Textarea
          name="metBy"
          label={say('planReview.metBy')}
          labelSize="s"
          rows={2}
          value={typed.metBy}
          error={problem(say, 'metBy')}
        />
      </div>
    </>
  )
}
