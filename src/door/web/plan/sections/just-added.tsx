import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'

/** Where what others add while the page is open arrives. Not seen before there is any; drawn again, it has its own place. */
export function JustAdded(): JSX.Element {
  const say = useSay()
  return (
    <section class="app-just-added" aria-labelledby="plan-just-added">
      <h2 class="nhsuk-heading-m" id="plan-just-added">
        {say('plan.justAdded')}
      </h2>
      <div data-rows="just-added" />
    </section>
  )
}
