import type { JSX } from 'preact'
import { recordAdvanceDecision, recordAdvanceStatement } from '#record/sharing/representative/ahead.ts'
import { useAsked } from '../asked.ts'
import { dayIn } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Input } from '../parts/input.tsx'
import { type ActingForm, DayField, type FormShown, useProblem, WordsField, wordsOf } from './acting-form.tsx'

/** Recording a refusal of treatment made ahead: what is refused, and how it was made. */
export const decisionForm: ActingForm = {
  title: 'acting.toDecision',
  Fields: DecisionFields,
  wrongIn: typed => (dayIn(typed, 'made') === undefined ? { made: 'acting.dateMissing' } : {}),
  act: (tx, access, typed) =>
    recordAdvanceDecision(tx, access, {
      refuses: wordsOf(typed, 'words'),
      isLifeSustaining: typed.life === 'yes',
      isWritten: typed.written === 'yes',
      isSigned: typed.signed === 'yes',
      witness: typed.witness ?? '',
      madeOn: dayIn(typed, 'made')!,
    }),
  fields: {
    'ahead.wordsMissing': 'words',
    'ahead.wordsTooLong': 'words',
    'ahead.madeLater': 'made',
    'ahead.needsWitness': 'form-made',
  },
}

function DecisionFields({ shown }: { shown: FormShown }): JSX.Element {
  const { say } = useAsked()
  const { typed } = shown
  return (
    <>
      <WordsField shown={shown} name="words" asks="acting.refusesAsked" />
      <Checkboxes
        name="form-made"
        legend={say('acting.formAsked')}
        legendSize="m"
        options={TICKS.map(({ name, says }) => ({
          name,
          value: 'yes',
          label: say(says),
          checked: typed[name] === 'yes',
        }))}
        error={useProblem(shown, 'form-made')}
      />
      <Input name="witness" label={say('acting.witnessAsked')} labelSize="m" width={20} value={typed.witness} />
      <DayField shown={shown} name="made" asks="acting.madeAsked" />
    </>
  )
}

const TICKS = [
  { name: 'life', says: 'acting.isLifeSustaining' },
  { name: 'written', says: 'acting.isWritten' },
  { name: 'signed', says: 'acting.isSigned' },
] as const

/** Recording what somebody would like, in their own words and language. */
export const statementForm: ActingForm = {
  title: 'acting.toStatement',
  Fields: StatementFields,
  wrongIn: typed => ({
    ...(dayIn(typed, 'made') === undefined && { made: 'acting.dateMissing' }),
    ...(typed.language !== 'en' && typed.language !== 'cy' && { language: 'acting.choose' }),
  }),
  act: (tx, access, typed) =>
    recordAdvanceStatement(tx, access, {
      words: wordsOf(typed, 'words'),
      language: typed.language === 'cy' ? 'cy' : 'en',
      madeOn: dayIn(typed, 'made')!,
    }),
  fields: { 'ahead.wordsMissing': 'words', 'ahead.wordsTooLong': 'words', 'ahead.madeLater': 'made' },
}

function StatementFields({ shown }: { shown: FormShown }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <WordsField shown={shown} name="words" asks="acting.wordsAsked" />
      <LanguageRadios
        legend={say('acting.languageAsked')}
        legendSize="m"
        value={shown.typed.language}
        error={useProblem(shown, 'language')}
      />
      <DayField shown={shown} name="made" asks="acting.madeAsked" />
    </>
  )
}
