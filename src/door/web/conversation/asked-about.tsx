import type { JSX } from 'preact'
import type { Entry } from '#work/conversation/conversation.ts'
import { useSay } from '../asked.ts'
import { QuestionFacts, QuestionState } from './entry-card.tsx'
import { WhoWrote } from './who.tsx'

/** Questions that wait for an answer, beside what they are about: who asks, in their words, whose turn it is and by when. */
export function AskedAbout({ asked }: { asked: readonly Entry[] }): JSX.Element | null {
  const say = useSay()
  if (asked.length === 0) return null
  return (
    <>
      {asked.map(entry => (
        <div key={entry.id} class="app-voice app-voice--question">
          <p class="app-voice__who">
            {entry.question && <QuestionState question={entry.question} />} <WhoWrote entry={entry} />
          </p>
          <p class="app-voice__words" lang={entry.language}>
            {entry.words}
          </p>
          {entry.question && <QuestionFacts question={entry.question} />}
          <p class="app-item__open">
            <a href={`/people/${entry.personId}/conversation/${entry.id}`}>{say('conversation.toQuestion')}</a>
          </p>
        </div>
      ))}
    </>
  )
}
