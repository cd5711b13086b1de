import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { WaitingMessage } from '#work/ledger/ledger.ts'
import { useAsked } from '../asked.ts'
import { howLong } from '../how-long.ts'
import { Table } from '../parts/table.tsx'
import type { Row } from '../parts/table-row.tsx'
import { Tag } from '../parts/tag.tsx'
import { reasonIn } from './reason.ts'
import { SenderName } from './sender-name.tsx'

/** What waits for somebody: why, whose it is to put right, and for how long it has waited. */
export function WaitingTable(props: { waiting: readonly WaitingMessage[]; count: number }): JSX.Element {
  const { waiting, count } = props
  const { say, now } = useAsked()
  return (
    <Table
      caption={say('messages.waiting', { count })}
      captionSize="l"
      responsive
      columns={[
        { heading: say('messages.reason'), width: 'one-third' },
        { heading: say('messages.from') },
        { heading: say('messages.owner') },
        { heading: say('messages.age') },
      ]}
      rows={waiting.map(message => rowOf(say, now, message))}
    />
  )
}

function rowOf(say: Say, now: Date, message: WaitingMessage): Row {
  const reason = reasonIn(say, message.reason)
  return {
    cells: [
      {
        content: message.mayOpen ? (
          <a href={`/messages/${message.id}`}>{reason}</a>
        ) : (
          <>
            {reason} <span class="nhsuk-hint">{say('messages.anotherOwner')}</span>
          </>
        ),
      },
      {
        content: (
          <>
            <SenderName sender={message.sender} />
            <br />
            {[message.type, message.controlId].filter(text => text !== undefined).join(', ')}
          </>
        ),
      },
      {
        content: (
          <>
            {say.of(message.owner.team)}
            <br />
            {say.of(message.owner.organisation)}
          </>
        ),
      },
      { content: <HowLate say={say} now={now} message={message} /> },
    ],
  }
}

/** How long it has waited, that it is late, and who is on it. */
function HowLate({ say, now, message }: { say: Say; now: Date; message: WaitingMessage }): JSX.Element {
  return (
    <>
      {waitingIn(say, message.since, now)}
      {message.dueAt <= now && (
        <p class="app-close">
          <Tag colour="red">{say('replay.late')}</Tag>
        </p>
      )}
      {message.takenBy !== undefined && <p class="app-close">{say('replay.onIt', { who: message.takenBy })}</p>}
    </>
  )
}

function waitingIn(say: Say, since: Date, now: Date): string {
  const { unit, count } = howLong(since, now)
  switch (unit) {
    case 'minutes':
      return say('messages.waitingMinutes', { count })
    case 'hours':
      return say('messages.waitingHours', { count })
    case 'days':
      return say('messages.waitingDays', { count })
  }
}
