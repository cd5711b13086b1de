import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { WaitingMessage } from '#work/ledger/ledger.ts'
import { useAsked } from '../asked.ts'
import { howLong } from '../how-long.ts'
import { Table } from '../parts/table.tsx'
import type { Row } from '../parts/table-row.tsx'
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
      waitingIn(say, message.since, now),
    ],
  }
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
