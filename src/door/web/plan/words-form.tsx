import type { JSX } from 'preact'
import { detailNames } from '#work/plan/details/details.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { boxesOf } from '../day-field.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Typed } from '../typed.ts'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'
import { RestFields } from './rest-fields.tsx'
import { detailField } from './words-fields.ts'

export interface WordsFormProps {
  readonly item: PlanItem
  readonly action: string
  /** Whether the reader decides the words; anybody else proposes. */
  readonly decides: boolean
  /** Who decides them. */
  readonly owner: string
  /** Whether the reader wrote these words so lately that they may put a slip right. */
  readonly mayPutRight: boolean
  readonly formKey: string
  readonly filled: Filled | undefined
}

/** Other words for the item: a change by whoever decides them, a proposal by anybody else. It says which before it asks. */
export function WordsForm(props: WordsFormProps): JSX.Element {
  const say = useSay()
  const { item, action, decides, owner, mayPutRight, formKey, filled } = props
  const typed = filled?.typed ?? typedFrom(item)
  const { words, language, why } = typed
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
      <LanguageRadios
        id={fieldId('words', 'language')}
        legend={say('plan.language')}
        value={language}
        error={problemOf(say, filled, 'language')}
      />
      <RestFields
        kind={item.kind}
        typed={typed}
        idOf={field => fieldId('words', field)}
        problemOf={field => problemOf(say, filled, field)}
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
      {mayPutRight && (
        <Checkboxes
          name="putsRight"
          id={fieldId('words', 'putsRight')}
          options={[{ value: 'yes', label: say('plan.putsRight'), hint: say('plan.putsRightHint') }]}
          values={[typed.putsRight ?? '']}
          error={problemOf(say, filled, 'putsRight')}
        />
      )}
      <Button preventDoubleClick>{say(decides ? 'plan.change' : 'plan.propose')}</Button>
    </form>
  )
}

/** The form as it is when nothing has been typed: what stands. */
function typedFrom({ words, language, dueOn = '', details, kind }: PlanItem): Typed {
  const detailed = detailNames(kind).map(name => [detailField(name), details[name] ?? ''])
  return { words, language, ...boxesOf('due', dueOn), ...Object.fromEntries(detailed) }
}
