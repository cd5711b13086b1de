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
  return <ItemRow item={item} personId={shown.banner.personId} owner={ownerOf(item, shown.owners)} />
}
