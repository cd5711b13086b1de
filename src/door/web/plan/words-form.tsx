import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { LANGUAGE_OPTIONS } from '../language-options.tsx'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'

export interface WordsFormProps {
  readonly item: PlanItem
  readonly action: string
  /** Whether the reader decides the words; anybody else proposes. */
  readonly decides: boolean
  /** Who decides them. */
  readonly owner: string
  readonly formKey: string
  readonly filled: Filled | undefined
}

/** Other words for the item: a change by whoever decides them, a proposal by anybody else. It says which before it asks. */
export function WordsForm({ item, action, decides, owner, formKey, filled }: WordsFormProps): JSX.Element {
  const say = useSay()
  const { words = item.words, language = item.language, why = '' } = filled?.typed ?? {}
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say(decides ? 'plan.changeTitle' : 'plan.proposeTitle')}</h2>
      <p>{decides ? say('plan.changeWhat') : say('plan.proposeWhat', { owner })}</p>
      <HiddenFields version={item.version} formKey={formKey} />
      <Textarea
        name="words"
        id={fieldId('words', 'words')}
        label={say('plan.words')}
        labelSize="s"
        value={words}
        lang={language}
        error={problemOf(say, filled, 'words')}
      />
      <Radios
        name="language"
        id={fieldId('words', 'language')}
        legend={say('plan.language')}
        legendSize="s"
        inline
        options={LANGUAGE_OPTIONS}
        value={language}
        error={problemOf(say, filled, 'language')}
      />
      <Textarea
        name="why"
        id={fieldId('words', 'why')}
        label={say('plan.whyAsked')}
        labelSize="s"
        rows={2}
        value={why}
        error={problemOf(say, filled, 'why')}
      />
      <Button preventDoubleClick>{say(decides ? 'plan.change' : 'plan.propose')}</Button>
    </form>
  )
}
