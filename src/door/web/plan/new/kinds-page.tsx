import type { JSX } from 'preact'
import { useAsked } from '#door/web/asked.ts'
import { Page } from '#door/web/frame.tsx'
import type { PageBanner } from '#door/web/person/page-banner.ts'
import { PersonBanner } from '#door/web/person/person-banner.tsx'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { planTitle } from '../plan-title.ts'

export interface KindsPageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  /** What this reader may add. */
  readonly kinds: readonly ItemKind[]
}

/** What somebody would like to add, each with a sentence that says what it is for. */
export function KindsPage({ banner, isOwn, kinds }: KindsPageProps): JSX.Element {
  const { say } = useAsked()
  const plan = planTitle(say, { isOwn, name: banner.name })
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={say('plan.titleOf', { item: say('plan.addTitle'), plan })}
      back={{ href: `${person}/plan`, text: plan }}
      banner={<PersonBanner banner={banner} href={person} />}
    >
      <h1 class="nhsuk-heading-xl">{say('plan.addTitle')}</h1>
      <ul class="app-kinds">
        {kinds.map(kind => (
          <li key={kind}>
            <a class="app-kinds__link" href={`${person}/plan/new/${kind}`}>
              {say.code('planKind', kind)}
            </a>
            <p class="app-kinds__hint">{say.code('planKindHint', kind)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
