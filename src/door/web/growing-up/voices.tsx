import type { JSX } from 'preact'
import type { ShownFamily } from '#work/family/show-family.ts'
import type { Voice } from '#work/family/voice.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

interface VoicesProps {
  readonly shown: ShownFamily
  readonly name: string
  readonly typed: Typed
  readonly problems: Problems
  readonly formKey: string
  readonly action: string
}

/** The child's words first, the parents' beside them, and the form of whichever voice the reader has. */
export function Voices({ shown, name, typed, problems, formKey, action }: VoicesProps): JSX.Element {
  const { say } = useAsked()
  const of = (whose: Voice['whose']) => shown.voices.filter(voice => voice.whose === whose)
  return (
    <>
      <div class="app-two-voices">
        <section class="app-two-voices__one app-two-voices__one--child">
          <h2 class="nhsuk-heading-m">{shown.isOwn ? say('growingUp.childOwn') : say('growingUp.child', { name })}</h2>
          <Said voices={of('child')} />
        </section>
        <section class="app-two-voices__one">
          <h2 class="nhsuk-heading-m">{say('growingUp.parents')}</h2>
          <Said voices={of('parents')} />
        </section>
      </div>
      {shown.speaksAs !== undefined && (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="act" value="say" />
          <input type="hidden" name="key" value={typed.key || formKey} />
          <Textarea
            name="words"
            label={say(
              shown.speaksAs === 'parents'
                ? 'growingUp.sayParents'
                : shown.isOwn
                  ? 'growingUp.sayOwn'
                  : 'growingUp.sayChild',
            )}
            labelSize="m"
            hint={say('growingUp.sayHint')}
            lang={say.language}
            value={typed.words}
            error={problems.words && say.plain(problems.words)}
          />
          <Button preventDoubleClick>{say('growingUp.save')}</Button>
        </form>
      )}
    </>
  )
}

function Said({ voices }: { voices: readonly Voice[] }): JSX.Element {
  const { say } = useAsked()
  if (voices.length === 0) return <p>{say('growingUp.nothingSaid')}</p>
  return (
    <>
      {voices.map(({ id, words, language, helpedBy, saidByName, saidAt }) => (
        <div key={id}>
          <p class="app-voice__words" lang={language}>
            {words}
          </p>
          <p class="nhsuk-hint">
            {helpedBy === undefined
              ? say('growingUp.said', { name: saidByName, day: say.day(saidAt) })
              : say('growingUp.saidWithHelp', { name: helpedBy, day: say.day(saidAt) })}
          </p>
        </div>
      ))}
    </>
  )
}
