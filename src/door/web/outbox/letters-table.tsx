import type { JSX } from 'preact'
import { answerIn } from '#work/outbox/answer-words.ts'
import { type DeadLetter, LETTERS_SHOWN_MAX } from '#work/outbox/letter.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'

/** What did not arrive: why, to whom, who answers for it, and since when. */
export function LettersTable({ letters }: { letters: readonly DeadLetter[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Table
        caption={say('outbox.letters', { count: letters.length })}
        captionSize="l"
        responsive
        columns={[
          { heading: say('outbox.why'), width: 'one-third' },
          { heading: say('outbox.destination') },
          { heading: say('outbox.owner') },
          { heading: say('outbox.since') },
        ]}
        rows={letters.map(letter => ({
          cells: [
            { content: <Why letter={letter} /> },
            {
              content: (
                <>
                  {letter.kind === 'mail' ? say('outbox.mailRelay') : letter.destination}
                  <br />
                  {say.code('outbox', `kind-${letter.kind}`)}
                </>
              ),
            },
            {
              content: (
                <>
                  {say.of(letter.owner.team)}
                  <br />
                  {say.of(letter.owner.organisation)}
                </>
              ),
            },
            say.moment(letter.diedAt),
          ],
        }))}
      />
      {letters.length === LETTERS_SHOWN_MAX && <p>{say('outbox.longestDead')}</p>}
    </>
  )
}

function Why({ letter: { id, reason, mayOpen } }: { letter: DeadLetter }): JSX.Element {
  const say = useSay()
  const words = answerIn(say, reason)
  if (mayOpen) return <a href={`/outbox/letters/${id}`}>{words}</a>
  return (
    <>
      {words} <span class="nhsuk-hint">{say('outbox.anotherOwner')}</span>
    </>
  )
}
