import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { ItemRow } from '../item-row.tsx'
import { ownerOf, type ShownPlan } from './shown-plan.ts'

/** Items under one another. */
export function ItemList({ shown, items }: { shown: ShownPlan; items: readonly PlanItem[] }): JSX.Element {
  return (
    <ul class="app-actions">
      {items.map(item => (
        <li key={item.id}>
          <ShownItemRow shown={shown} item={item} />
        </li>
      ))}
    </ul>
  )
}

/** One item, as this reader is shown it. */
export function ShownItemRow({ shown, item }: { shown: ShownPlan; item: PlanItem }): JSX.Element {
  const { banner, owners, asked } = shown
  return <ItemRow item={item} personId={banner.personId} owner={ownerOf(item, owners)} asked={asked.get(item.id)} />
}
