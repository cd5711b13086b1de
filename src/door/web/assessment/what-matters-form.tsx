import type { JSX } from 'preact'
import { z } from 'zod'
import { done } from '#ground/outcome.ts'
import { HELD_IN } from '#work/assessment/record.ts'
import { recordWhatMatters } from '#work/assessment/what-matters/record-what-matters.ts'
import { ChoiceField, DayField, WordsField } from '../acting/acting-form.tsx'
import { useSay } from '../asked.ts'
import { boxesOf, dayIn } from '../day-field.ts'
import { type FormShown, LanguageField, NeededText, oneOf, type RecordForm, WrittenIn } from './record-form.tsx'

const Fields = z
  .object({
    heldIn: oneOf(HELD_IN),
    tookPart: NeededText,
    words: NeededText,
    wordsLanguage: WrittenIn,
    cameOfIt: NeededText,
    need: oneOf(['yes', 'no']),
    language: WrittenIn,
  })
  .and(
    z.record(z.string(), z.string()).transform((typed, context) => {
      const heldOn = dayIn(typed, 'heldOn')
      if (heldOn !== undefined) return { heldOn }
      context.addIssue({ code: 'custom', path: ['heldOn'], message: 'assessment.dayMissing' })
      return z.NEVER
    }),
  )

/** Writing down a conversation about what matters. */
export const whatMattersForm: RecordForm<z.infer<typeof Fields>> = {
  at: 'what-matters/new',
  title: 'assessment.kindWhatMatters',
  lede: 'assessment.whatMattersWhat',
  send: 'assessment.keep',
  fields: Fields,
  known: 'gone-through',
  mayUse: ({ may }) => may.whatMatters,
  first: ({ banner }, { name, language, today }) => ({
    ...boxesOf('heldOn', today),
    tookPart: [banner.name, name].filter(one => one !== '').join('\n'),
    heldIn: banner.language ?? language,
    wordsLanguage: banner.language ?? language,
    language,
  }),
  Fields: WhatMattersFields,
  async act(tx, access, { fields, gone, key }) {
    const { need, heldOn, heldIn, tookPart, words, wordsLanguage, cameOfIt, language } = fields
    const told = { heldOn, heldIn, tookPart, words, wordsLanguage, cameOfIt, language }
    const held = await recordWhatMatters(tx, access, { ...told, needAppears: need === 'yes', gone, key })
    return held.ok ? done(`what-matters/${held.value}`) : held
  },
  faultAt: { 'assessment.heldLater': 'heldOn' },
}

function WhatMattersFields({ shown }: { shown: FormShown }): JSX.Element {
  const say = useSay()
  return (
    <>
      <WordsField shown={shown} name="words" asks="assessment.wordsAsked" />
      <LanguageField shown={shown} name="wordsLanguage" asks="assessment.wordsLanguage" />
      <WordsField shown={shown} name="tookPart" asks="assessment.tookPartAsked" />
      <DayField shown={shown} name="heldOn" asks="assessment.heldOnAsked" />
      <ChoiceField
        shown={shown}
        name="heldIn"
        asks="assessment.heldIn"
        options={HELD_IN.map(value => ({ value, label: say.code('assessment', `held-in-${value}`) }))}
      />
      <WordsField shown={shown} name="cameOfIt" asks="assessment.cameOfItAsked" />
      <ChoiceField
        shown={shown}
        name="need"
        asks="assessment.needConversation"
        hint="assessment.needHint"
        options={[
          { value: 'yes', label: say('assessment.needYes') },
          { value: 'no', label: say('assessment.needNo') },
        ]}
      />
      <LanguageField shown={shown} name="language" asks="assessment.languageWritten" />
    </>
  )
}
