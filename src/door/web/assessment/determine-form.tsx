import type { JSX } from 'preact'
import { z } from 'zod'
import { done } from '#ground/outcome.ts'
import { CONDITIONS, type Condition } from '#work/assessment/statutory/assessment.ts'
import { determineEligibility } from '#work/assessment/statutory/determine.ts'
import { ChoiceField, WordsField } from '../acting/acting-form.tsx'
import { useSay } from '../asked.ts'
import { Textarea } from '../parts/textarea.tsx'
import { type FormShown, LanguageField, NeededText, oneOf, type RecordForm, WrittenIn } from './record-form.tsx'
import { isOpen } from './statutory-forms.tsx'

const DetermineFields = z.object({
  need: NeededText,
  language: WrittenIn,
  arises: oneOf(['yes', 'no']),
  arisesWhy: NeededText,
  wellBeing: oneOf(['yes', 'no']),
  wellBeingWhy: NeededText,
  notOtherwise: oneOf(['yes', 'no']),
  notOtherwiseWhy: NeededText,
  unlikelyWithout: oneOf(['yes', 'no']),
  unlikelyWithoutWhy: NeededText,
})

/** Determining whether one need is eligible. */
export const determineForm: RecordForm<z.infer<typeof DetermineFields>> = {
  at: 'assessments/:assessment/eligibility',
  title: 'assessment.toDetermine',
  lede: 'assessment.able',
  send: 'assessment.determine',
  fields: DetermineFields,
  known: 'not-shown',
  mayUse: isOpen,
  first: ({ assessment }, { language }) => ({ language: assessment?.written?.language ?? language }),
  Fields: DetermineFieldsOf,
  async act(tx, access, { fields, assessmentId }) {
    const { need, language } = fields
    const conditions = {
      arises: { isMet: fields.arises === 'yes', why: fields.arisesWhy },
      'well-being': { isMet: fields.wellBeing === 'yes', why: fields.wellBeingWhy },
      'not-otherwise': { isMet: fields.notOtherwise === 'yes', why: fields.notOtherwiseWhy },
      'unlikely-without': { isMet: fields.unlikelyWithout === 'yes', why: fields.unlikelyWithoutWhy },
    }
    const determined = await determineEligibility(tx, access, { assessmentId, need, language, conditions })
    return determined.ok ? done(`assessments/${assessmentId}`) : determined
  },
  faultAt: {},
}

/** As the fields of the form are named. */
const CONDITION_FIELDS = {
  arises: 'arises',
  'well-being': 'wellBeing',
  'not-otherwise': 'notOtherwise',
  'unlikely-without': 'unlikelyWithout',
} as const
const CONDITION_ASKS = {
  arises: 'assessment.conditionArises',
  'well-being': 'assessment.conditionWellBeing',
  'not-otherwise': 'assessment.conditionNotOtherwise',
  'unlikely-without': 'assessment.conditionUnlikelyWithout',
} as const

function DetermineFieldsOf({ shown }: { shown: FormShown }): JSX.Element {
  const say = useSay()
  return (
    <>
      <WordsField shown={shown} name="need" asks="assessment.need" />
      {CONDITIONS.map(condition => (
        <div key={condition} class="app-condition">
          <ChoiceField
            shown={shown}
            name={CONDITION_FIELDS[condition]}
            asks={CONDITION_ASKS[condition]}
            options={[
              { value: 'yes', label: say('assessment.met') },
              { value: 'no', label: say('assessment.notMet') },
            ]}
          />
          <WhyField shown={shown} condition={condition} />
        </div>
      ))}
      <LanguageField shown={shown} name="language" asks="assessment.languageWritten" />
    </>
  )
}

function WhyField({ shown, condition }: { shown: FormShown; condition: Condition }): JSX.Element {
  const say = useSay()
  const name = `${CONDITION_FIELDS[condition]}Why`
  const wrong = shown.problems[name]
  return (
    <Textarea
      name={name}
      label={
        <>
          {say('assessment.why')}
          <span class="nhsuk-u-visually-hidden">: {say.plain(CONDITION_ASKS[condition])}</span>
        </>
      }
      labelSize="s"
      rows={3}
      value={shown.typed[name]}
      error={wrong && say.plain(wrong)}
    />
  )
}
