import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import { Details } from '#door/web/parts/details.tsx'
import type { PlanItem } from '#work/plan/plan.ts'
import { ItemList } from './item-list.tsx'
import type { SectionProps, ShownPlan } from './shown-plan.ts'

/** What is kept and is no part of the plan, each behind a summary: what the person said no to, and what was misfiled. */
export function SetAside({ shown }: SectionProps): JSX.Element {
  const say = useSay()
  const misfiled = shown.items.filter(({ struck }) => struck?.because === 'wrong-person')
  const declined = shown.items.filter(item => item.offer?.declined && !misfiled.includes(item))
  return (
    <>
      <Folded shown={shown} items={declined} summary={say('plan.declinedShow', { count: declined.length })} />
      <Folded shown={shown} items={misfiled} summary={say('plan.misfiledShow', { count: misfiled.length })} />
    </>
  )
}

function Folded(props: { shown: ShownPlan; items: readonly PlanItem[]; summary: string }): JSX.Element | null {
  const { shown, items, summary } = props
  if (items.length === 0) return null
  return (
    <Details summary={summary}>
      <ItemList shown={shown} items={items} />
    </Details>
  )
}
