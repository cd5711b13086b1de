import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import { Stances } from '../stances.tsx'
import type { ShownPlan } from './shown-plan.ts'

/** What is said of the whole, to one reader. */
export interface WholeProps extends Pick<ShownPlan, 'wholeStances' | 'maySayOfWhole'> {
  readonly personId: string
}

/** What people say of the plan as a whole, and the way to say it. The same when somebody says it while the page is open. */
export function Whole({ wholeStances, maySayOfWhole, personId }: WholeProps): JSX.Element {
  const say = useSay()
  const isNothing = wholeStances.length === 0 && !maySayOfWhole
  return (
    <section id="whole" class="app-whole" aria-labelledby="plan-whole" hidden={isNothing}>
      <h2 class="nhsuk-heading-m" id="plan-whole">
        {say('plan.whole')}
      </h2>
      <Stances stances={wholeStances} />
      {maySayOfWhole && (
        <p>
          <a href={`/people/${personId}/plan/agree`}>{say('plan.wholeSay')}</a>
        </p>
      )}
    </section>
  )
}
