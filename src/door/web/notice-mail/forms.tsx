import type { JSX } from 'preact'
import type { MailChoice } from '#work/notice/mail/choice.ts'
import { useSay } from '../asked.ts'
import { LANGUAGE_OPTIONS } from '../language-options.tsx'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import type { Problems, Typed } from '../typed.ts'

interface AddressFormProps {
  readonly action: string
  readonly typed: Typed
  readonly error: string | undefined
}

/** Asks for an address, to send a code to. */
export function AddressForm({ action, typed, error }: AddressFormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="act" value="ask" />
      <Input
        name="address"
        type="email"
        label={say('noticeMail.addressLabel')}
        hint={say('noticeMail.addressHint')}
        value={typed.address}
        error={error}
        autocomplete="email"
        spellcheck={false}
      />
      <Button preventDoubleClick>{say('noticeMail.ask')}</Button>
    </form>
  )
}

interface CodeFormProps {
  readonly action: string
  readonly sentTo: string
  readonly typed: Typed
  readonly problems: Problems
}

/** Asks for the code that was sent, and for the language of the mails to come. */
export function CodeForm({ action, sentTo, typed, problems }: CodeFormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="act" value="enter" />
      <input type="hidden" name="address" value={sentTo} />
      <p>{say('noticeMail.sent', { address: sentTo })}</p>
      <Input
        name="code"
        label={say('noticeMail.codeLabel')}
        hint={say('noticeMail.codeHint')}
        width={10}
        code
        inputmode="numeric"
        autocomplete="one-time-code"
        value={typed.code}
        error={problems.code && say.plain(problems.code)}
      />
      <Radios
        name="language"
        legend={say('noticeMail.language')}
        options={LANGUAGE_OPTIONS}
        value={typed.language ?? say.language}
        error={problems.language && say.plain(problems.language)}
      />
      <Button preventDoubleClick>{say('noticeMail.enter')}</Button>
    </form>
  )
}

/** Where mail goes, and how to end it. */
export function MailIsOn({ choice, action }: { choice: MailChoice; action: string }): JSX.Element {
  const say = useSay()
  const language = LANGUAGE_OPTIONS.find(({ value }) => value === choice.language)
  return (
    <>
      <p>{say('noticeMail.isOn')}</p>
      <SummaryList
        rows={[
          { key: say('noticeMail.to'), value: choice.address },
          { key: say('noticeMail.in'), value: language?.label },
        ]}
      />
      <form method="post" action={action}>
        <input type="hidden" name="act" value="off" />
        <Button variant="secondary" preventDoubleClick>
          {say('noticeMail.turnOff')}
        </Button>
      </form>
    </>
  )
}
