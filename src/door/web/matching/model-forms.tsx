import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import { THRESHOLDS_OFFERED } from '#record/person/model/thresholds.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { certaintyIn } from './numbers.ts'

/** A form of a model's page that was sent and not taken. */
export interface Sent {
  readonly form: 'propose' | 'sign' | 'threshold'
  readonly typed: Typed
  readonly problems: Problems
}

interface FormProps {
  readonly action: string
  readonly sent: Sent | undefined
}

/** Puts a model forward. */
export function ProposeForm({ action, sent }: FormProps): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent('propose', sent)
  return (
    <form method="post" action={`${action}/propose`} noValidate class="app-form">
      <Textarea
        name="words"
        label={say('matching.sayForward')}
        labelSize="l"
        hint={say('matching.sayForwardHint')}
        value={typed.words ?? ''}
        error={problem('words')}
      />
      <Button preventDoubleClick>{say('matching.sayForwardSend')}</Button>
    </form>
  )
}

/** The second person signs, or does not. */
export function SignForm({ action, sent, proposalId }: FormProps & { proposalId: string }): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent('sign', sent)
  return (
    <form method="post" action={`${action}/sign`} noValidate class="app-form">
      <input type="hidden" name="proposal" value={proposalId} />
      <Radios
        name="agreed"
        legend={say('matching.second')}
        legendSize="l"
        options={[
          { value: 'yes', label: say('matching.secondYes') },
          { value: 'no', label: say('matching.secondNo') },
        ]}
        value={typed.agreed}
        error={problem('agreed')}
      />
      <Textarea name="words" label={say('matching.secondWhy')} value={typed.words ?? ''} error={problem('words')} />
      <Button preventDoubleClick>{say('matching.secondSend')}</Button>
    </form>
  )
}

/** Makes another model of this one. */
export function ThresholdForm({ action, sent, link }: FormProps & { link: number }): JSX.Element {
  const say = useSay()
  const { typed, problem } = useSent('threshold', sent)
  return (
    <form method="post" action={`${action}/threshold`} noValidate class="app-form">
      <Radios
        name="link"
        legend={say('matching.otherThreshold')}
        legendSize="m"
        inline
        options={THRESHOLDS_OFFERED.filter(offered => offered !== link).map(offered => ({
          value: String(offered),
          label: certaintyIn(say, offered),
        }))}
        value={typed.link}
        error={problem('link')}
      />
      <Button variant="secondary" preventDoubleClick>
        {say('matching.otherThresholdSend')}
      </Button>
    </form>
  )
}

function useSent(form: Sent['form'], sent: Sent | undefined) {
  const say = useSay()
  const own = sent?.form === form ? sent : undefined
  const said = (key: Key | undefined) => (key === undefined ? undefined : say.plain(key))
  return { typed: own?.typed ?? {}, problem: (field: string) => said(own?.problems[field]) }
}
