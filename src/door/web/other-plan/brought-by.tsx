import type { JSX } from 'preact'
import type { OtherPlan } from '#work/other-plan/other-plan.ts'
import { useSay } from '../asked.ts'

/** Who brought a plan here and when, and for which organisation; a person brings for themselves. */
export function BroughtBy({ plan }: { plan: OtherPlan }): JSX.Element {
  const say = useSay()
  const { contributor, broughtBy: name, broughtAt } = plan
  const day = say.day(broughtAt)
  return (
    <>
      {name === undefined ? say('otherPlan.brought', { day }) : say('otherPlan.broughtBy', { name, day })}
      {contributor && <>. {say.of(contributor)}</>}
    </>
  )
}
