import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import { Stances } from '../stances.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What people say of the plan as a whole, and the way to say it. */
export function Whole({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const { wholeStances, maySayOfWhole, banner } = shown
  if (wholeStances.length === 0 && !maySayOfWhole) return null
  return (
    <section class="app-whole" aria-labelledby="plan-whole">
      <h2 class="nhsuk-heading-m" id="plan-whole">
        {say('plan.whole')}
      </h2>
      <Stances stances={wholeStances} />
      {maySayOfWhole && (
        <p>
          <a href={`/people/${banner.personId}/plan/agree`}>{say('plan.wholeSay')}</a>
        </p>
      )}
    </section>
  )
}
