import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import { useAsked, useSay } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Sent } from './sent.ts'

/** A worker who could answer for a review. */
interface Seat {
  readonly accountId: string
  readonly name: string
  readonly organisation: Bilingual | undefined
}

interface ArrangeFormProps {
  readonly action: string
  readonly seats: readonly Seat[]
  readonly sent: Sent
}

/** By when a review is to be held, who answers for it, who is to be there, and why then. */
export function ArrangeForm({ action, seats, sent }: ArrangeFormProps): JSX.Element {
  const { say, now } = useAsked()
  const { typed, problem } = sent
  return (
    <form method="post" action={action} noValidate>
      <DateInput
        id="due"
        name="due"
        legend={say('planReview.day')}
        legendSize="m"
        hint={say('planReview.dayHint', { example: `27 3 ${now.getUTCFullYear() + 1}` })}
        value={typedDay(typed, 'due')}
        error={problem(say, 'due-day')}
      />
      <Select
        name="responsible"
        label={say('planReview.whoResponsible')}
        labelSize="m"
        options={[
          { value: '', label: say('planReview.choose') },
          ...seats.map(({ accountId, name, organisation }) => ({
            value: accountId,
            label: organisation ? say('planReview.seat', { name, team: say.of(organisation) }) : name,
          })),
        ]}
        value={typed.responsible}
        error={problem(say, 'responsible')}
      />
      <Textarea
        name="attending"
        label={say('planReview.whoAttends')}
        labelSize="m"
        hint={say('planReview.attendsHint')}
        rows={2}
        value={typed.attending}
      />
      <Why sent={sent} />
      <Button preventDoubleClick>{say('planReview.save')}</Button>
    </form>
  )
}

function Why({ sent: { typed, problem } }: { sent: Sent }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Radios
        name="cause"
        legend={say('planReview.isChanged')}
        legendSize="m"
        options={[
          { value: 'time', label: say('planReview.itsTime') },
          { value: 'changed', label: say('planReview.somethingChanged') },
        ]}
        value={typed.cause}
      />
      <Textarea
        name="words"
        label={say('planReview.why')}
        labelSize="m"
        hint={say('planReview.whyHint')}
        rows={3}
        value={typed.words}
        error={problem(say, 'words')}
      />
      <LanguageRadios legend={say('planReview.language')} value={typed.language ?? say.language} />
    </>
  )
}
