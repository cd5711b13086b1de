import type { JSX } from 'preact'
import { CAPACITY_DECISIONS } from '#record/sharing/representative/office.ts'
import type { ShownFamily } from '#work/family/show-family.ts'
import { useAsked } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'

/** Decision by decision, who makes it today: never one answer for everything. */
export function WhoDecides({ shown }: { shown: ShownFamily }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('growingUp.decides')}</h2>
      <SummaryList
        rows={CAPACITY_DECISIONS.map(decision => ({
          key: say.code('capacityDecision', decision),
          value: say(shown.parentsDecide.has(decision) ? 'growingUp.parentDecides' : 'growingUp.childDecides'),
        }))}
      />
    </>
  )
}
