import type { JSX } from 'preact'
import { useSay } from '#door/web/asked.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { ItemList, ShownItemRow } from './item-list.tsx'
import { ofKind, type SectionProps, type ShownPlan } from './shown-plan.ts'

/** Each need with the goals that meet it, and each goal with what is done to reach it; then what serves none of them. */
export function Outcomes({ shown }: SectionProps): JSX.Element {
  return (
    <>
      <Needs shown={shown} />
      <Goals shown={shown} />
      <OtherActions shown={shown} />
    </>
  )
}

function Needs({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const needs = ofKind(shown, 'need')
  if (needs.length === 0) return null
  return (
    <section aria-labelledby="plan-need">
      <h2 class="nhsuk-heading-l" id="plan-need">
        {say(shown.isOwn ? 'plan.needsMine' : 'plan.needs')}
      </h2>
      <ItemList shown={shown} items={needs} />
    </section>
  )
}

function Goals({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const goals = ofKind(shown, 'goal')
  if (goals.length === 0) return null
  return (
    <section aria-labelledby="plan-goal">
      <h2 class="nhsuk-heading-l" id="plan-goal">
        {say(shown.isOwn ? 'plan.goalsMine' : 'plan.goals')}
      </h2>
      {goals.map(goal => (
        <section key={goal.id} class="app-goal">
          <ShownItemRow shown={shown} item={goal} />
          <Actions shown={shown} goal={goal} />
        </section>
      ))}
    </section>
  )
}

function Actions({ shown, goal }: { shown: ShownPlan; goal: PlanItem }): JSX.Element | null {
  const say = useSay()
  const actions = ofKind(shown, 'action').filter(({ partOf }) => partOf === goal.id)
  if (actions.length === 0) return null
  return (
    <>
      <h4 class="nhsuk-heading-s">{say('plan.actions')}</h4>
      <ItemList shown={shown} items={actions} />
    </>
  )
}

/** What serves no goal, or serves one that this reader is not shown. */
function OtherActions({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const goals = new Set(ofKind(shown, 'goal').map(({ id }) => id))
  const others = ofKind(shown, 'action').filter(({ partOf }) => !goals.has(partOf ?? ''))
  if (others.length === 0) return null
  return (
    <section aria-labelledby="plan-action">
      <h2 class="nhsuk-heading-l" id="plan-action">
        {say('plan.otherActions')}
      </h2>
      <ItemList shown={shown} items={others} />
    </section>
  )
}
