import type { FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type LedgerLine, type WaitingMessage, withoutOutcome } from '#work/ledger/ledger.ts'
import { type LedgerDay, readDays } from '#work/ledger/read-days.ts'
import { readLedger } from '#work/ledger/read-ledger.ts'
import {
  findWaiting,
  isOfKind,
  readWaiting,
  readWaitingKinds,
  WAITING_SHOWN_MAX,
  type WaitingKind,
  type WaitingWanted,
} from '#work/ledger/read-waiting.ts'
import { type Silence, silentSenders } from '#work/sender/silence.ts'
import { onward, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { LateSenders } from '../freshness/late-senders.tsx'
import type { WebMeans } from '../means.ts'
import { DaysDrawn } from '../message/days-drawn.tsx'
import { LedgerTable } from '../message/ledger-table.tsx'
import { WaitingFilter } from '../message/waiting-filter.tsx'
import { WaitingTable } from '../message/waiting-table.tsx'
import { fieldsOf, waitingAddress, wantedFrom } from '../message/wanted.ts'
import { Button } from '../parts/button.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { typedIn } from '../typed.ts'

/** No page of the list lies further on than this. */
const PAGES_MAX = 10_000

/** What became of the messages that agencies' systems send, and what waits, for the officers who answer for them. */
export function messagesPage(routes: Routes, { store, replayer }: WebMeans): void {
  routes.get('/messages', { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const wanted = wantedFrom(typedIn(request.query))
    const page = pageIn(request)
    const ledger = await transaction(store, async tx => ({
      lines: await readLedger(tx),
      days: await readDays(tx),
      kinds: await readWaitingKinds(tx, officer),
      waiting: await readWaiting(tx, officer, wanted, page),
      silences: await silentSenders(tx),
    }))
    return drawPage(request, reply, <MessagesPage {...ledger} wanted={wanted} page={page} />)
  })

  routes.post('/messages', { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const wanted = wantedFrom(typedIn(request.body))
    const messageIds = await transaction(store, tx => findWaiting(tx, officer, wanted))
    if (messageIds.length === 0) return onward(reply, waitingAddress(wanted))
    return onward(reply, `/messages/replays/${await replayer.replayAll(officer, messageIds)}`)
  })
}

function pageIn(request: FastifyRequest): number {
  const page = Number(typedIn(request.query).page ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= PAGES_MAX ? page : 1
}

interface MessagesPageProps {
  readonly lines: readonly LedgerLine[]
  readonly days: readonly LedgerDay[]
  readonly kinds: readonly WaitingKind[]
  readonly waiting: readonly WaitingMessage[]
  readonly silences: readonly Silence[]
  readonly wanted: WaitingWanted
  readonly page: number
}

function MessagesPage({ lines, days, kinds, silences, ...waiting }: MessagesPageProps): JSX.Element {
  const say = useSay()
  const lost = lines.reduce((sum, line) => sum + withoutOutcome(line), 0)
  return (
    <Page title={say('messages.title')}>
      <h1 class="nhsuk-heading-xl">{say('messages.title')}</h1>
      <p class="nhsuk-lede-text">{say('messages.lede')}</p>
      <LateSenders silences={silences} />
      {kinds.length === 0 ? <p>{say('messages.nothingWaits')}</p> : <Waits kinds={kinds} {...waiting} />}
      <DaysDrawn days={days} />
      <LedgerTable lines={lines} />
      {lost === 0 ? (
        <p>{say('messages.balances')}</p>
      ) : (
        <WarningCallout>{say('messages.doesNotBalance', { count: lost })}</WarningCallout>
      )}
    </Page>
  )
}

/** What waits, a part of it at a time, and replaying all of that part at once. */
function Waits({ kinds, waiting, wanted, page }: Omit<MessagesPageProps, 'lines' | 'days' | 'silences'>): JSX.Element {
  const say = useSay()
  const shown = kinds.filter(kind => isOfKind(wanted, kind))
  const count = shown.reduce((sum, kind) => sum + kind.count, 0)
  const mine = shown.reduce((sum, kind) => sum + kind.mine, 0)
  return (
    <>
      <WaitingFilter kinds={kinds} wanted={wanted} />
      {count === 0 ? <p>{say('replay.nothingLikeIt')}</p> : <WaitingTable waiting={waiting} count={count} />}
      <PagesOfWaiting count={count} wanted={wanted} page={page} />
      {mine > 0 && (
        <form method="post" action="/messages" class="app-act">
          {Object.entries(fieldsOf(wanted)).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p>{say('replay.allWhat')}</p>
          <Button variant="secondary" preventDoubleClick>
            {say('replay.all', { count: mine })}
          </Button>
        </form>
      )}
    </>
  )
}

function PagesOfWaiting(props: { count: number; wanted: WaitingWanted; page: number }): JSX.Element | null {
  const { count, wanted, page } = props
  const say = useSay()
  const last = Math.ceil(count / WAITING_SHOWN_MAX)
  if (last <= 1) return null
  return (
    <Pagination
      label={say('replay.pages')}
      previous={page > 1 ? { href: waitingAddress(wanted, page - 1) } : undefined}
      next={page < last ? { href: waitingAddress(wanted, page + 1) } : undefined}
    />
  )
}
