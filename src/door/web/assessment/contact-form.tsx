import type { JSX } from 'preact'
import { z } from 'zod'
import { done } from '#ground/outcome.ts'
import { FROM_WHOM, NEXT_STEPS, WAYS } from '#work/assessment/contact/contact.ts'
import { takeContact } from '#work/assessment/contact/take-contact.ts'
import { ChoiceField, WordsField } from '../acting/acting-form.tsx'
import { useSay } from '../asked.ts'
import {
  type FormShown,
  FreeName,
  LanguageField,
  NameField,
  NeededText,
  oneOf,
  type RecordForm,
  WrittenIn,
} from './record-form.tsx'

const Fields = z.object({
  fromWhom: oneOf(FROM_WHOM),
  fromName: FreeName,
  way: oneOf(WAYS),
  about: NeededText,
  need: oneOf(['yes', 'no']),
  nextStep: oneOf(NEXT_STEPS),
  whatNext: NeededText,
  language: WrittenIn,
})

/** Writing down that somebody got in touch. */
export const contactForm: RecordForm<z.infer<typeof Fields>> = {
  at: 'contacts/new',
  title: 'assessment.kindContact',
  lede: 'assessment.contactWhat',
  send: 'assessment.keep',
  fields: Fields,
  known: 'gone-through',
  mayUse: ({ may }) => may.contact,
  first: (_, { language }) => ({ language }),
  Fields: ContactFields,
  async act(tx, access, { fields: { need, ...fields }, gone, key }) {
    const taken = await takeContact(tx, access, { ...fields, needAppears: need === 'yes', gone, key })
    return taken.ok ? done(`contacts/${taken.value}`) : taken
  },
  faultAt: { 'assessment.needsAssessment': 'nextStep', 'assessment.needNotSaid': 'need' },
}

function ContactFields({ shown }: { shown: FormShown }): JSX.Element {
  const say = useSay()
  const coded = (codes: readonly string[], before: string) =>
    codes.map(value => ({ value, label: say.code('assessment', `${before}-${value}`) }))
  return (
    <>
      <ChoiceField shown={shown} name="fromWhom" asks="assessment.fromWhom" options={coded(FROM_WHOM, 'from')} />
      <NameField shown={shown} name="fromName" asks="assessment.fromName" />
      <ChoiceField shown={shown} name="way" asks="assessment.way" options={coded(WAYS, 'way')} />
      <WordsField shown={shown} name="about" asks="assessment.aboutAsked" />
      <ChoiceField
        shown={shown}
        name="need"
        asks="assessment.needAsked"
        hint="assessment.needHint"
        options={[
          { value: 'yes', label: say('assessment.needYes') },
          { value: 'no', label: say('assessment.needNo') },
        ]}
      />
      <ChoiceField shown={shown} name="nextStep" asks="assessment.nextAsked" options={coded(NEXT_STEPS, 'next')} />
      <WordsField shown={shown} name="whatNext" asks="assessment.whatNextAsked" />
      <LanguageField shown={shown} name="language" asks="assessment.languageWritten" />
    </>
  )
}
