import type { JSX } from 'preact'
import { REVIEW_OUTCOMES } from '#record/sharing/emergency/emergency.ts'
import { useSay } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** What was found, and why, in words that the person reads. */
export function ReviewForm(props: { action: string; typed: Typed; problems: Problems }): JSX.Element {
  const say = useSay()
  const { language = say.language, outcome, words } = props.typed
  const problem = (field: string) => {
    const key = props.problems[field]
    return key === undefined ? undefined : say.plain(key)
  }
  return (
    <form method="post" action={props.action} noValidate class="app-form">
      <Radios
        name="outcome"
        legend={say('emergencyReview.found')}
        legendSize="m"
        options={REVIEW_OUTCOMES.map(value => ({ value, label: say.code('emergencyReview', `outcome-${value}`) }))}
        value={outcome}
        error={problem('outcome')}
      />
      <Textarea
        name="words"
        label={say('emergencyReview.words')}
        labelSize="m"
        hint={say('emergencyReview.wordsHint')}
        value={words}
        lang={language}
        error={problem('words')}
      />
      <LanguageRadios legend={say('emergencyReview.language')} value={language} error={problem('language')} />
      <Button preventDoubleClick>{say('emergencyReview.send')}</Button>
    </form>
  )
}
