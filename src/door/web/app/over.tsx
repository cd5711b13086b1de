import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { Page } from '../frame.tsx'

/** The end of a visit that came from an app and leads nowhere. */
export function AppOver({ why }: { why: 'app.notOpened' | 'app.launchOver' }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('app.overTitle')}>
      <h1 class="nhsuk-heading-l">{say('app.overTitle')}</h1>
      <p>{say(why)}</p>
      <p>
        <a href="/">{say('problem.toStart')}</a>
      </p>
    </Page>
  )
}
