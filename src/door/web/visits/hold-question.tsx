import type { JSX } from 'preact'
import type { Hold } from '#work/notice/visits/visit.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'

/** Asks those who make the visits whether they are held, as long as they have not said. */
export function HoldQuestion({ hold, action }: { hold: Hold; action: string }): JSX.Element {
  const say = useSay()
  const hasDied = hold.because === 'died'
  return (
    <InsetText>
      {!hasDied && <h2 class="nhsuk-heading-m">{say('visits.askTitle')}</h2>}
      <p>{say(WORDS[hold.because ?? 'unknown'])}</p>
      <p>{say('visits.ownRota')}</p>
      <form method="post" action={action}>
        <input type="hidden" name="answer" value="hold" />
        <Button variant="secondary" preventDoubleClick>
          {say(hasDied ? 'visits.stopAll' : 'visits.holdAll')}
        </Button>
      </form>
    </InsetText>
  )
}

const WORDS = {
  'in-hospital': 'visits.askInHospital',
  died: 'visits.askDied',
  unknown: 'visits.askUnknown',
} as const
