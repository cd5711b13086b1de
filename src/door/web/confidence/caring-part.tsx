import type { JSX } from 'preact'
import type { Caring } from '#work/confidence/caring.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { Input } from '../parts/input.tsx'

interface CaringPartProps {
  readonly caring: readonly Caring[]
  /** Whether the reader is the carer, who alone says it. */
  readonly isCarer: boolean
  readonly typed: string | undefined
  readonly problem: string | undefined
  readonly action: string
}

/** Whom somebody looks after, as they say. */
export function CaringPart({ caring, isCarer, typed, problem, action }: CaringPartProps): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say(isCarer ? 'confidence.caring' : 'confidence.caringOf')}</h2>
      {caring.length === 0 && isCarer && <p>{say('confidence.caringNone')}</p>}
      {caring.length > 0 && (
        <ul class="nhsuk-list">
          {caring.map(({ id, name, saidAt }) => (
            <li key={id}>
              {say('confidence.caringSince', { name, day: say.day(saidAt) })}
              {isCarer && (
                <form method="post" action={action} class="nhsuk-u-margin-top-2">
                  <input type="hidden" name="act" value="caring-end" />
                  <input type="hidden" name="caring" value={id} />
                  <Button variant="secondary" small preventDoubleClick>
                    {say('confidence.caringEnd')}
                    <Hidden> ({name})</Hidden>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {isCarer && (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="act" value="caring" />
          <Input
            name="name"
            label={say('confidence.caringName')}
            width={20}
            autocomplete="off"
            value={typed}
            error={problem}
          />
          <Button variant="secondary" preventDoubleClick>
            {say('confidence.caringAdd')}
          </Button>
        </form>
      )}
    </>
  )
}
