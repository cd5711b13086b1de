import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import type { Key } from '#ground/language/say.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { ItemList } from './item-list.tsx'
import { ofKind, type ShownPlan } from './shown-plan.ts'

export interface KindSectionProps {
  readonly shown: ShownPlan
  readonly kind: ItemKind
  readonly heading: Key
}

/** All of one kind under its heading; nothing where there is none. */
export function KindSection({ shown, kind, heading }: KindSectionProps): JSX.Element | null {
  const say = useSay()
  const items = ofKind(shown, kind)
  if (items.length === 0) return null
  return (
    <section aria-labelledby={`plan-${kind}`}>
      <h2 class="nhsuk-heading-l" id={`plan-${kind}`}>
        {say.plain(heading)}
      </h2>
      <ItemList shown={shown} items={items} />
    </section>
  )
}
