import type { JSX } from 'preact'
import type { SentMessage } from '#work/ledger/read-message.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { remedyFor } from './remedies.ts'

export interface PutRightProps {
  readonly message: SentMessage
  readonly typed: Typed
  readonly problems: Problems
}

/** What can be done about a message that waits: read it again, or set it aside for good. */
export function PutRight({ message, typed, problems }: PutRightProps): JSX.Element {
  const say = useSay()
  const { act } = typed
  const problem = (of: string, field: string) => {
    const key = act === of ? problems[field] : undefined
    return key === undefined ? undefined : say.plain(key)
  }
  const needsWord = message.reason === 'feed.controlIdReused' || (act === 'replay' && problems.ownWords !== undefined)
  const action = `/messages/${message.id}`
  const remedy = message.reason === undefined ? undefined : remedyFor(message.reason)
  return (
    <section aria-labelledby="put-right">
      <h2 class="nhsuk-heading-l" id="put-right">
        {say('replay.putRight')}
      </h2>
      {remedy !== undefined && <p class="nhsuk-body-l">{say.plain(remedy)}</p>}
      <form method="post" action={action} noValidate class="app-act">
        <input type="hidden" name="act" value="replay" />
        {needsWord ? (
          <Textarea
            name="ownWords"
            rows={3}
            label={say('replay.ownWords')}
            hint={say('replay.ownWordsHint')}
            value={typed.ownWords}
            error={problem('replay', 'ownWords')}
          />
        ) : (
          <p>{say('replay.replayWhat')}</p>
        )}
        <Button preventDoubleClick>{say(needsWord ? 'replay.applyAsOwn' : 'replay.replay')}</Button>
      </form>
      <form method="post" action={action} noValidate class="app-act">
        <input type="hidden" name="act" value="take" />
        <Input name="note" label={say('replay.note')} value={act === 'take' ? typed.note : undefined} />
        <Button variant="secondary" preventDoubleClick>
          {say('replay.take')}
        </Button>
      </form>
      <Details summary={say('replay.setAside')} open={act === 'set-aside'}>
        <form method="post" action={action} noValidate>
          <input type="hidden" name="act" value="set-aside" />
          <Textarea
            name="words"
            rows={3}
            label={say('replay.setAsideWhy')}
            hint={say('replay.setAsideHint')}
            value={typed.words}
            error={problem('set-aside', 'words')}
          />
          <Button variant="warning" preventDoubleClick>
            {say('replay.setAsideSend')}
          </Button>
        </form>
      </Details>
    </section>
  )
}
