import type { JSX } from 'preact'
import type { Doubt } from '#work/identity/joined/doubts.ts'
import { useAsked } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { Tag } from '../parts/tag.tsx'

/** What was said not to be the person's: in their words, who answers and by when, and the answer. */
export function DoubtCard({ doubt }: { doubt: Doubt }): JSX.Element {
  const { say, now } = useAsked()
  const { isWaiting, answer, dueAt } = doubt
  const due = { day: say.day(dueAt) }
  return (
    <Card heading={say.of(doubt.organisation)} headingLevel={3} headingSize="m">
      <p>
        <Tag colour={isWaiting ? 'orange' : 'grey'}>
          {say(isWaiting ? 'joined.doubtWaits' : answer ? 'joined.doubtAnswered' : 'joined.doubtOver')}
        </Tag>
      </p>
      <p>{say('joined.doubtSaid', { name: doubt.by, day: say.day(doubt.at) })}</p>
      <blockquote class="app-question__words" lang={doubt.language}>
        {doubt.words}
      </blockquote>
      {isWaiting && (
        <p>
          {say(dueAt < now ? 'joined.doubtLate' : 'joined.doubtDue', due)} {say('joined.doubtTeam')}:{' '}
          {say.of(doubt.team)}
        </p>
      )}
      {answer && (
        <>
          <p>
            {say(answer.said === 'different' ? 'joined.doubtTaken' : 'joined.doubtKept', {
              name: answer.by,
              day: say.day(answer.at),
            })}
          </p>
          <blockquote class="app-question__words" lang={answer.language}>
            {answer.words}
          </blockquote>
        </>
      )}
    </Card>
  )
}
