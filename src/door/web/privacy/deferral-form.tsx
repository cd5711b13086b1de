import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import { AGREED_PURPOSES } from '#record/sharing/vocabulary.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Input } from '../parts/input.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

export interface DeferralFormProps {
  readonly action: string
  readonly organisations: readonly { readonly id: string; readonly name: Bilingual }[]
  readonly typed: Typed | undefined
  readonly problems: Problems
}

/** Putting off telling a person of some looks: whose, why, under which law and until when. */
export function DeferralForm({ action, organisations, typed = {}, problems }: DeferralFormProps): JSX.Element {
  const say = useSay()
  const problem = (field: string) => (problems[field] === undefined ? undefined : say.plain(problems[field]))
  const bodies = organisations.map(({ id, name }) => ({ value: id, label: say.of(name) }))
  const purposes = AGREED_PURPOSES.map(purpose => ({ value: purpose, label: say.code('purpose', purpose) }))
  return (
    <form method="post" action={action} noValidate class="app-form app-filter">
      <h2 class="nhsuk-heading-m">{say('deferral.newTitle')}</h2>
      <Input
        name="number"
        label={say('deferral.number')}
        hint={say('deferral.numberHint')}
        width={20}
        value={typed.number}
        error={problem('number')}
      />
      <Select
        name="organisation"
        label={say('deferral.organisation')}
        options={[{ value: '', label: say('deferral.anyOrganisation') }, ...bodies]}
        value={typed.organisation}
        error={problem('organisation')}
      />
      <Select
        name="purpose"
        label={say('deferral.purpose')}
        options={[{ value: '', label: say('deferral.anyPurpose') }, ...purposes]}
        value={typed.purpose}
      />
      <Textarea
        name="reason"
        label={say('deferral.reason')}
        hint={say('deferral.reasonHint')}
        rows={3}
        value={typed.reason}
        error={problem('reason')}
      />
      <Input
        name="power"
        label={say('deferral.power')}
        hint={say('deferral.powerHint')}
        value={typed.power}
        error={problem('power')}
      />
      <DateInput
        id="ends"
        legend={say('deferral.endsOn')}
        legendSize="s"
        hint={say('deferral.endsOnHint')}
        value={{ day: typed.day, month: typed.month, year: typed.year }}
        error={problem('ends')}
      />
      <Button preventDoubleClick>{say('deferral.putOff')}</Button>
    </form>
  )
}
