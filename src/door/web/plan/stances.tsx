import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { Stance } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'

/** Who agrees with an item as it stands and who does not, each in their own words. */
export function Stances({ stances }: { stances: readonly Stance[] }): JSX.Element | null {
  const { say, visitor } = useAsked()
  if (stances.length === 0) return null
  return (
    <ul class="app-voices">
      {stances.map(stance => (
        <li key={stance.takenById} class={stance.agrees ? 'app-voice' : 'app-voice app-voice--against'}>
          <p class="app-voice__who">{sentenceOf(say, stance, stance.takenById === visitor?.accountId)}</p>
          {stance.words !== undefined && <p class="app-voice__words">{stance.words}</p>}
        </li>
      ))}
    </ul>
  )
}

function sentenceOf(say: Say, { agrees, takenBy: name }: Stance, isReader: boolean): string {
  if (isReader) return say(agrees ? 'plan.youAgree' : 'plan.youDisagree')
  return agrees ? say('plan.agrees', { name }) : say('plan.disagrees', { name })
}
