import type { JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { LanguageRadios } from '../language-radios.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { ownerOptions } from './choices.ts'
import type { EntryFormName, EntryPageProps } from './entry.ts'
import { problemAt } from './fields.ts'
import { ReaderList } from './who.tsx'

/** The id of a field, one on the page. */
export function fieldIn(form: EntryFormName, field: string): string {
  return `${form}-${field}`
}

/** The answer, with everybody who will read it, before it is sent. */
export function AnswerForm({ shown, filled, action }: EntryPageProps): JSX.Element {
  const { say } = useAsked()
  const { typed = {}, problems = {} } = filled?.form === 'answer' ? filled : {}
  return (
    <form method="post" action={`${action}/answer`} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('conversation.answerTitle')}</h2>
      <input type="hidden" name="key" value={typed.key || shown.formKey} />
      <Textarea
        name="words"
        id={fieldIn('answer', 'words')}
        label={say('conversation.words')}
        labelSize="s"
        value={typed.words}
        error={problemAt(say, problems, 'words')}
      />
      <LanguageRadios
        id={fieldIn('answer', 'language')}
        legend={say('conversation.language')}
        value={typed.language ?? shown.entry.language}
        error={problemAt(say, problems, 'language')}
      />
      <p class="nhsuk-u-margin-bottom-1">{say('conversation.answerReaders')}</p>
      <ReaderList readers={shown.answerReaders} person={shown.banner.name} />
      <Button preventDoubleClick class="nhsuk-u-margin-top-4">
        {say('conversation.answerSend')}
      </Button>
    </form>
  )
}

/** Somebody else is to answer, and why. */
export function PassOnForm({ shown, filled, action }: EntryPageProps): JSX.Element {
  const { say, visitor } = useAsked()
  const isTried = filled?.form === 'pass-on'
  const { typed = {}, problems = {} } = isTried ? filled : {}
  const others = shown.readers.filter(({ accountId }) => accountId === undefined || accountId !== visitor?.accountId)
  return (
    <Details summary={say('conversation.passOnTitle')} open={isTried}>
      <form method="post" action={`${action}/pass-on`} noValidate>
        <p>{say('conversation.passOnWhat')}</p>
        <Select
          name="owner"
          id={fieldIn('pass-on', 'owner')}
          label={say('conversation.owner')}
          options={[{ value: '', label: say('conversation.choose') }, ...ownerOptions(say, others, shown.banner.name)]}
          value={typed.owner}
          error={problemAt(say, problems, 'owner')}
        />
        <Textarea
          name="why"
          id={fieldIn('pass-on', 'why')}
          label={say('conversation.passOnWhy')}
          rows={2}
          value={typed.why}
          error={problemAt(say, problems, 'why')}
        />
        <Button variant="secondary" preventDoubleClick>
          {say('conversation.passOnSend')}
        </Button>
      </form>
    </Details>
  )
}

/** What was written is wrong, or was about somebody else. */
export function StrikeForm({ shown, filled, action }: EntryPageProps): JSX.Element {
  const { say } = useAsked()
  const isTried = filled?.form === 'strike'
  const { typed = {}, problems = {} } = isTried ? filled : {}
  const misfiled = {
    value: 'misfiled',
    label: say('conversation.strikeMisfiled'),
    hint: say('conversation.strikeMisfiledHint'),
  }
  const wrong = { value: 'wrong', label: say('conversation.strikeWrong'), hint: say('conversation.strikeWrongHint') }
  return (
    <Details summary={say('conversation.strikeTitle')} open={isTried}>
      <form method="post" action={`${action}/strike`} noValidate>
        <Radios
          name="what"
          id={fieldIn('strike', 'what')}
          legend={say('conversation.strikeWhat')}
          legendSize="s"
          options={shown.mayStrike ? [wrong, misfiled] : [misfiled]}
          value={typed.what}
          error={problemAt(say, problems, 'what')}
        />
        <Textarea
          name="why"
          id={fieldIn('strike', 'why')}
          label={say('conversation.strikeWhy')}
          rows={2}
          value={typed.why}
          error={problemAt(say, problems, 'why')}
        />
        <Button variant="secondary" preventDoubleClick>
          {say('conversation.strikeSend')}
        </Button>
      </form>
    </Details>
  )
}
