import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { ItemList } from './item-list.tsx'
import { ofKind, type SectionProps } from './shown-plan.ts'

const KINDS = ['warning-sign', 'contingency', 'anticipatory', 'advance-statement'] as const satisfies ItemKind[]

/** What to look out for, what to do then, what is ready in the house, and what the person wants if they cannot say. */
export function IfThingsGoWrong({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const parts = KINDS.map(kind => ({ kind, items: ofKind(shown, kind) })).filter(({ items }) => items.length > 0)
  if (parts.length === 0) return null
  return (
    <section aria-labelledby="plan-go-wrong">
      <h2 class="nhsuk-heading-l" id="plan-go-wrong">
        {say('plan.goWrong')}
      </h2>
      {parts.map(({ kind, items }) => (
        <section key={kind} aria-labelledby={`plan-${kind}`}>
          <h3 class="nhsuk-heading-m" id={`plan-${kind}`}>
            {say.code('planKind', kind)}
          </h3>
          <ItemList shown={shown} items={items} />
        </section>
      ))}
    </section>
  )
}
