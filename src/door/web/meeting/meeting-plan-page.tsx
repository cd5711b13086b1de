import type { JSX } from 'preact'
import type { AgendaReason } from '#work/meeting/meeting.ts'
import { useAsked } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Input } from '../parts/input.tsx'
import type { Problems, Typed } from '../typed.ts'

/** Somebody who may be talked about, and what is due or stuck about them. */
export interface Candidate {
  readonly personId: string
  readonly name: string
  readonly reasons: readonly AgendaReason[]
}

interface MeetingPlanPageProps {
  readonly candidates: readonly Candidate[]
  readonly formKey: string
  readonly typed: Typed
  readonly problems: Problems
}

/** When a meeting is to be, and about whom. */
export function MeetingPlanPage({ candidates, formKey, typed, problems }: MeetingPlanPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say('meeting.plan')
  const wrong = listedProblems(say, problems)
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  const isFirst = typed.key === undefined
  return (
    <Page title={title} problems={wrong} back={{ href: '/meetings', text: say('meeting.title') }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{say('meeting.planLede')}</p>
      <form method="post" action="/meetings/plan" noValidate class="app-form">
        <input type="hidden" name="key" value={typed.key || formKey} />
        <DateInput
          id="day"
          name="day"
          legend={say('meeting.day')}
          legendSize="m"
          hint={say('meeting.dayHint')}
          value={typedDay(typed, 'day')}
          error={problem('day-day')}
        />
        <Input
          name="time"
          label={say('meeting.time')}
          labelSize="m"
          hint={say('meeting.timeHint')}
          width={5}
          value={typed.time}
        />
        <Checkboxes
          name="people"
          legend={say('meeting.people')}
          legendSize="m"
          options={candidates.map(({ personId, name, reasons }) => ({
            name: `person-${personId}`,
            value: personId,
            label: name || say('conversation.asPerson'),
            hint:
              reasons.length === 0
                ? say('meeting.nothingDue')
                : reasons.map(reason => say.code('meeting', reason)).join(', '),
          }))}
          values={candidates
            .filter(({ personId, reasons }) =>
              isFirst ? reasons.length > 0 : typed[`person-${personId}`] !== undefined,
            )
            .map(({ personId }) => personId)}
          error={problem('people')}
        />
        <Button preventDoubleClick>{say('meeting.create')}</Button>
      </form>
    </Page>
  )
}
