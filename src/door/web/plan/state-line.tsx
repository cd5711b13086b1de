import type { JSX } from 'preact'
import type { Language } from '#ground/language/say.ts'
import type { ActionState } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Tag, type TagColour } from '../parts/tag.tsx'

/**
 * How far something has come: a word on a tag, and the owner's own words where there are any. What is said of an item is
 * taken to be in its language: the page's is the reader's, and a voice would read Welsh as English.
 */
export function StateLine({ state, language }: { state: ActionState; language: Language }): JSX.Element {
  const say = useSay()
  return (
    <div class="app-state">
      <Tag colour={COLOURS[state.state]}>{say.code('planState', state.state)}</Tag>
      {state.words !== undefined && (
        <p class="app-state__words" lang={language}>
          {state.words}
        </p>
      )}
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
