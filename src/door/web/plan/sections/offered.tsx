import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import { ItemList } from './item-list.tsx'
import type { SectionProps } from './shown-plan.ts'

/** What others put to the person: it is no part of the plan until they say yes. */
export function Offered({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const offered = shown.items.filter(({ offer, struck }) => offer && !offer.declined && !struck)
  if (offered.length === 0) return null
  return (
    <section aria-labelledby="plan-offered">
      <h2 class="nhsuk-heading-l" id="plan-offered">
        {say(shown.isOwn ? 'plan.offeredToYou' : 'plan.offered')}
      </h2>
      <ItemList shown={shown} items={offered} />
    </section>
  )
}
