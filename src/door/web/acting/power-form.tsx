import type { JSX } from 'preact'
import { REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import { recordRepresentative } from '#record/sharing/representative/record.ts'
import { ACTS } from '#record/sharing/representative/representatives-of.ts'
import { useAsked } from '../asked.ts'
import { dayIn } from '../day-field.ts'
import { Input } from '../parts/input.tsx'
import { type ActingForm, ChoiceField, DayField, type FormShown, useProblem } from './acting-form.tsx'

/** Recording that somebody may act: who, which power, how they were appointed, its reference and its day. */
export const powerForm: ActingForm = {
  title: 'acting.toPower',
  Fields: PowerFields,
  wrongIn: typed => ({
    ...(!typed.who && { who: 'representative.unknownPerson' }),
    ...(kindIn(typed.kind) === undefined && { kind: 'acting.choose' }),
    ...(actsIn(typed.acts) === undefined && { acts: 'acting.choose' }),
    ...(dayIn(typed, 'registered') === undefined && { registered: 'acting.dateMissing' }),
  }),
  act: (tx, access, typed) =>
    recordRepresentative(tx, access, {
      accountId: typed.who ?? '',
      kind: kindIn(typed.kind)!,
      acts: actsIn(typed.acts)!,
      reference: typed.reference ?? '',
      registeredOn: dayIn(typed, 'registered')!,
    }),
  fields: {
    'representative.unknownPerson': 'who',
    'representative.referenceMissing': 'reference',
    'representative.referenceTooLong': 'reference',
    'representative.registeredLater': 'registered',
    'representative.already': 'kind',
  },
}

const kindIn = (text: string | undefined) => REPRESENTATIVE_KINDS.find(kind => kind === text)
const actsIn = (text: string | undefined) => ACTS.find(acts => acts === text)

function PowerFields({ shown }: { shown: FormShown }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      {shown.recordable.length === 0 ? (
        <p id="who">{say('acting.whoNone')}</p>
      ) : (
        <ChoiceField
          shown={shown}
          name="who"
          asks="acting.who"
          hint="acting.whoHint"
          options={shown.recordable.map(({ accountId, name }) => ({ value: accountId, label: name }))}
        />
      )}
      <ChoiceField
        shown={shown}
        name="kind"
        asks="acting.kind"
        options={REPRESENTATIVE_KINDS.map(kind => ({ value: kind, label: say.code('office', kind) }))}
      />
      <ChoiceField
        shown={shown}
        name="acts"
        asks="acting.actsAsked"
        hint="acting.actsHint"
        options={ACTS.map(acts => ({ value: acts, label: say.code('acts', acts) }))}
      />
      <Input
        name="reference"
        label={say('acting.referenceAsked')}
        labelSize="m"
        width={20}
        value={shown.typed.reference}
        error={useProblem(shown, 'reference')}
      />
      <DayField shown={shown} name="registered" asks="acting.registeredAsked" />
    </>
  )
}
