import type { JSX } from 'preact'
import type { ActionState } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Tag, type TagColour } from '../parts/tag.tsx'

/** How far something has come: a word on a tag, and the owner's own words where there are any. */
export function StateLine({ state }: { state: ActionState }): JSX.Element {
  const say = useSay()
  return (
    <div class="app-state">
      <Tag colour={COLOURS[state.state]}>{say.code('planState', state.state)}</Tag>
      {state.words !== undefined && <p class="app-state__words">{state.words}</p>}
    </div>
  )
}

const COLOURS: Readonly<Record<ActionState['state'], TagColour>> = {
  asked: 'yellow',
  'taken-on': 'blue',
  begun: 'aqua-green',
  done: 'green',
  stuck: 'red',
  'will-not-be-done': 'grey',
}
