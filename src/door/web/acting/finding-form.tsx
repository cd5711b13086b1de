import type { JSX } from 'preact'
import { recordFinding } from '#record/sharing/representative/find-capacity.ts'
import { CAPACITY_DECISIONS } from '#record/sharing/representative/office.ts'
import { useAsked } from '../asked.ts'
import { dayIn } from '../day-field.ts'
import { type ActingForm, ChoiceField, DayField, type FormShown, WordsField, wordsOf } from './acting-form.tsx'

/** Recording a finding of capacity: for which decision, whether they can make it, on what it rests, until when. */
export const findingForm: ActingForm = {
  title: 'acting.toFinding',
  Fields: FindingFields,
  wrongIn: typed => ({
    ...(decisionIn(typed.decision) === undefined && { decision: 'acting.choose' }),
    ...(typed.capacity !== 'yes' && typed.capacity !== 'no' && { capacity: 'acting.choose' }),
    ...(dayIn(typed, 'review') === undefined && { review: 'acting.dateMissing' }),
  }),
  act: (tx, access, typed) =>
    recordFinding(tx, access, {
      decision: decisionIn(typed.decision)!,
      hasCapacity: typed.capacity === 'yes',
      evidence: wordsOf(typed, 'evidence'),
      reviewOn: dayIn(typed, 'review')!,
    }),
  fields: {
    'capacity.evidenceMissing': 'evidence',
    'capacity.evidenceTooLong': 'evidence',
    'capacity.reviewOn': 'review',
  },
}

const decisionIn = (text: string | undefined) => CAPACITY_DECISIONS.find(decision => decision === text)

function FindingFields({ shown }: { shown: FormShown }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <ChoiceField
        shown={shown}
        name="decision"
        asks="acting.decisionAsked"
        options={CAPACITY_DECISIONS.map(code => ({ value: code, label: say.code('capacityDecision', code) }))}
      />
      <ChoiceField
        shown={shown}
        name="capacity"
        asks="acting.capacityAsked"
        options={[
          { value: 'yes', label: say('acting.hasCapacity') },
          { value: 'no', label: say('acting.lacksCapacity') },
        ]}
      />
      <WordsField shown={shown} name="evidence" asks="acting.evidenceAsked" hint="acting.evidenceHint" />
      <DayField shown={shown} name="review" asks="acting.reviewAsked" hint="acting.reviewHint" />
    </>
  )
}
