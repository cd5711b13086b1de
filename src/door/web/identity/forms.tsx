import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** A form of this page that was sent and not taken: which, with what was typed and what is wrong. */
export interface Sent {
  readonly form: string
  readonly typed: Typed
  readonly problems: Problems
}

interface FormProps {
  readonly action: string
  /** Ends the names of the fields, so that each form of the page has its own. */
  readonly id: string
  readonly sent: Sent | undefined
}

/** Same or different, and why. */
export function DecisionForm({ isDoubt, ...form }: FormProps & { isDoubt: boolean }): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent(form)
  return (
    <form method="post" action={form.action} noValidate class="app-form">
      <Radios
        name="said"
        id={`said-${form.id}`}
        legend={say(isDoubt ? 'identity.isItTheirs' : 'identity.isItOne')}
        legendSize="m"
        options={[
          { value: 'same', label: say(isDoubt ? 'identity.saysTheirs' : 'identity.saysSame') },
          { value: 'different', label: say(isDoubt ? 'identity.saysNotTheirs' : 'identity.saysDifferent') },
        ]}
        value={typed.said}
        error={problem('said')}
      />
      <Words form={form} label="identity.why" />
      <Button preventDoubleClick>{say('identity.decide')}</Button>
    </form>
  )
}

/** The second person’s word. */
export function SecondForm(form: FormProps): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent(form)
  return (
    <form method="post" action={form.action} noValidate class="app-form">
      <Radios
        name="confirms"
        id={`confirms-${form.id}`}
        legend={say('identity.doYouAgree')}
        legendSize="m"
        options={[
          { value: 'yes', label: say('identity.agree') },
          { value: 'no', label: say('identity.stop') },
        ]}
        value={typed.confirms}
        error={problem('confirms')}
      />
      <Words form={form} label="identity.why" />
      <Button preventDoubleClick>{say('identity.sendSecond')}</Button>
    </form>
  )
}

/** Taking back what a decision did. */
export function ReverseForm(form: FormProps): JSX.Element {
  const say = useSay()
  return (
    <form method="post" action={form.action} noValidate class="app-form">
      <Words form={form} label="identity.whyReverse" />
      <Button variant="warning" preventDoubleClick>
        {say('identity.reverse')}
      </Button>
    </form>
  )
}

function Words({ form, label }: { form: FormProps; label: Key }): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent(form)
  return (
    <Textarea
      name="words"
      id={`words-${form.id}`}
      label={say.plain(label)}
      labelSize="s"
      hint={say('identity.whyHint')}
      rows={3}
      value={typed.words}
      error={problem('words')}
    />
  )
}

function useSent({ id, sent }: FormProps) {
  const say = useSay()
  const own = sent?.form === id ? sent : undefined
  const problem = (field: string) => {
    const key = own?.problems[field]
    return key === undefined ? undefined : say.plain(key)
  }
  return { typed: own?.typed ?? {}, problem }
}
