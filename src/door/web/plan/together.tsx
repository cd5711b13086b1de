import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { Heard } from '#work/plan/joint.ts'
import { useSay } from '../asked.ts'

/** That something is decided only together, and what each of those who decide it has said so far. */
export function Together({ heard }: { heard: readonly Heard[] | undefined }): JSX.Element | null {
  const say = useSay()
  if (heard === undefined) return null
  return (
    <div class="app-voice">
      <p class="app-voice__who">{say('plan.together')}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {heard.map(one => (
          <li key={one.holder.id}>
            {heardWords(say, one)}
            {one.said?.words !== undefined && <p class="app-voice__words">{one.said.words}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function heardWords(say: Say, { holder: { name }, said }: Heard): string {
  if (said === undefined) return say('plan.togetherNotYet', { name })
  return say(said.agrees ? 'plan.togetherYes' : 'plan.togetherNo', { name, day: say.day(said.at) })
}
