import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type LedgerLine, type WaitingMessage, withoutOutcome } from '#work/ledger/ledger.ts'
import { readLedger } from '#work/ledger/read-ledger.ts'
import { readMessage, type SentMessage } from '#work/ledger/read-message.ts'
import { readWaiting, WAITING_SHOWN_MAX } from '#work/ledger/read-waiting.ts'
import { type Silence, silentSenders } from '#work/sender/silence.ts'
import { useAsked, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { LateSenders } from '../freshness/late-senders.tsx'
import type { WebMeans } from '../means.ts'
import { LedgerTable } from '../message/ledger-table.tsx'
import { reasonIn } from '../message/reason.ts'
import { SenderName } from '../message/sender-name.tsx'
import { SentLines } from '../message/sent-lines.tsx'
import { WaitingTable } from '../message/waiting-table.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

/** What became of the messages that agencies' systems send, for the officers who answer for them and for nobody else. */
export function messagePages(routes: Routes, { store }: WebMeans): void {
  routes.get('/messages', { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const ledger = await transaction(store, async tx => ({
      lines: await readLedger(tx),
      waiting: await readWaiting(tx, officer),
      silences: await silentSenders(tx),
    }))
    return drawPage(request, reply, <MessagesPage {...ledger} />)
  })

  routes.get<{ Params: { id: string } }>(
    '/messages/:id',
    { for: ['integration-officer'], does: 'look' },
    async (request, reply) => {
      const officer = workerOf(request)
      const id = idFrom(request.params.id)
      const message = await transaction(store, tx => readMessage(tx, officer, id))
      if (!message.ok) throw notShown()
      return drawPage(request, reply, <MessagePage message={message.value} />)
    },
  )
}

interface MessagesPageProps {
  readonly lines: readonly LedgerLine[]
  readonly waiting: readonly WaitingMessage[]
  readonly silences: readonly Silence[]
}

function MessagesPage({ lines, waiting, silences }: MessagesPageProps): JSX.Element {
  const say = useSay()
  const lost = lines.reduce((sum, line) => sum + withoutOutcome(line), 0)
  return (
    <Page title={say('messages.title')}>
      <h1 class="nhsuk-heading-xl">{say('messages.title')}</h1>
      <p class="nhsuk-lede-text">{say('messages.lede')}</p>
      <LateSenders silences={silences} />
      {waiting.length === 0 ? <p>{say('messages.nothingWaits')}</p> : <WaitingTable waiting={waiting} />}
      {waiting.length === WAITING_SHOWN_MAX && <p>{say('messages.longestWaiting')}</p>}
      <LedgerTable lines={lines} />
      {lost === 0 ? (
        <p>{say('messages.balances')}</p>
      ) : (
        <WarningCallout>{say('messages.doesNotBalance', { count: lost })}</WarningCallout>
      )}
    </Page>
  )
}

function MessagePage({ message }: { message: SentMessage }): JSX.Element {
  const { say } = useAsked()
  const { controlId } = message
  const title = controlId === undefined ? say('messages.messageUnnamed') : say('messages.message', { controlId })
  return (
    <Page title={title} back={{ href: '/messages', text: say('messages.back') }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <MessageFacts message={message} />
      <InsetText>{say('messages.inTrail')}</InsetText>
      <h2 class="nhsuk-heading-l">{say('messages.asSent')}</h2>
      {message.repeats !== undefined && (
        <p>
          {say('messages.isRepeat')} <a href={`/messages/${message.repeats}`}>{say('messages.first')}</a>
        </p>
      )}
      {message.repeats === undefined && message.lines.length === 0 && <p>{say('messages.nothingSent')}</p>}
      <SentLines lines={message.lines} />
    </Page>
  )
}

function MessageFacts({ message }: { message: SentMessage }): JSX.Element {
  const { say } = useAsked()
  const { outcome, reason, decidedAt, owner, type } = message
  const waits = outcome === 'quarantined'
  const rows: (SummaryRow | false | undefined)[] = [
    outcome !== undefined && { key: say('messages.outcome'), value: say.code('messages', `outcome-${outcome}`) },
    reason !== undefined && {
      key: waits ? say('messages.reason') : say('messages.refusedReason'),
      value: reasonIn(say, reason),
    },
    owner && { key: say('messages.owner'), value: `${say.of(owner.team)}, ${say.of(owner.organisation)}` },
    waits && decidedAt && { key: say('messages.since'), value: say.moment(decidedAt) },
    { key: say('messages.sender'), value: <SenderName sender={message.sender} /> },
    type !== undefined && { key: say('messages.type'), value: type },
    { key: say('messages.receivedAt'), value: say.moment(message.receivedAt) },
    { key: say('messages.receivedFrom'), value: message.receivedFrom },
  ]
  return <SummaryList rows={rows.filter(row => row !== false && row !== undefined)} />
}
