import type { JSX } from 'preact'
import type { Struck } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** That what stands here is struck through: by whom, when and why. */
export function StruckNote({ struck }: { struck: Struck }): JSX.Element {
  const say = useSay()
  const { because, struckBy: name, struckAt, why } = struck
  return (
    <div class="app-voice app-voice--against">
      <p class="app-voice__who">{say(because === 'wrong' ? 'plan.struckWrong' : 'plan.struckPerson', { name })}</p>
      <p class="app-item__written">{say.moment(struckAt)}</p>
      <p class="app-voice__words">{why}</p>
    </div>
  )
}
