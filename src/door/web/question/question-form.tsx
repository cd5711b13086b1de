import type { JSX } from 'preact'
import type { Key, Language } from '#ground/language/say.ts'
import { useSay } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

export interface QuestionFormProps {
  readonly action: string
  readonly formKey?: string | undefined
  /** What is asked for, and what the button says. */
  readonly label: string
  readonly hint?: string | undefined
  readonly send: string
  readonly languageLabel: string
  /** What stands in the field before anybody typed. */
  readonly words: string
  readonly language: Language
  readonly typed: Typed | undefined
  readonly problems: Problems
}

/** Some words and the language they are in: a question, or an answer to one. What was typed stays when it fails. */
export function QuestionForm(props: QuestionFormProps): JSX.Element {
  const say = useSay()
  const { words = props.words, language = props.language } = props.typed ?? {}
  const problem = (field: string) => saidOf(props.problems[field], key => say.plain(key))
  return (
    <form method="post" action={props.action} noValidate class="app-form">
      {props.formKey !== undefined && <input type="hidden" name="key" value={props.typed?.key || props.formKey} />}
      <Textarea
        name="words"
        label={props.label}
        labelSize="m"
        hint={props.hint}
        value={words}
        lang={language}
        error={problem('words')}
      />
      <LanguageRadios legend={props.languageLabel} value={language} error={problem('language')} />
      <Button preventDoubleClick>{props.send}</Button>
    </form>
  )
}

function saidOf(key: Key | undefined, say: (key: Key) => string): string | undefined {
  return key === undefined ? undefined : say(key)
}
