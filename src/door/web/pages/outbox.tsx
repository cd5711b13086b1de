import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import { type DeadLetter, readDeadLetters } from '#work/outbox/letter.ts'
import { type DestinationLine, readDestinations } from '#work/outbox/read-destinations.ts'
import { takeStep } from '#work/outbox/steer.ts'
import { failingByDestination } from '#work/telling/subscription/read.ts'
import { onward, useAsked, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { DestinationState } from '../outbox/destination-state.tsx'
import { DestinationsTable } from '../outbox/destinations-table.tsx'
import { LettersTable } from '../outbox/letters-table.tsx'
import { ActionLink } from '../parts/action-link.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

/** Who answers for what is sent; a privacy officer confirms addresses. */
const READERS = ['integration-officer', 'privacy-officer'] as const

const Fields = z
  .object({ step: z.enum(['confirmed', 'paused', 'resumed', 'closed']), reason: z.string().trim().max(500).optional() })
  .refine(({ step, reason }) => (step !== 'paused' && step !== 'closed') || reason)

/** What is sent to partners' systems, what waits and what did not arrive, for the officers who answer for it. */
export function outboxPage(routes: Routes, { store, hasMailRelay }: WebMeans): void {
  routes.get('/outbox', { for: READERS, does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const outbox = await transaction(store, async tx => ({
      lines: await readDestinations(tx, officer),
      letters: await readDeadLetters(tx, officer),
      failing: await failingByDestination(tx),
    }))
    const { done } = typedIn(request.query)
    return drawPage(request, reply, <OutboxPage {...outbox} hasMailRelay={hasMailRelay} done={done} />)
  })

  routes.post<{ Params: { destination: string } }>(
    '/outbox/destinations/:destination',
    { for: READERS, does: 'nothing' },
    async (request, reply) => {
      const fields = Fields.safeParse(typedIn(request.body))
      if (!fields.success) throw new ProblemError('outbox.reasonMissing', 422)
      const id = idFrom(request.params.destination)
      const taken = await transactionInTurn(store, tx => takeStep(tx, workerOf(request), id, fields.data))
      if (!taken.ok) throw notShown()
      return onward(reply, `/outbox?done=${fields.data.step}#destination-${id}`)
    },
  )
}

interface OutboxPageProps {
  readonly lines: readonly DestinationLine[]
  readonly letters: readonly DeadLetter[]
  /** How many subscriptions of each destination do not arrive. */
  readonly failing: ReadonlyMap<string, number>
  readonly hasMailRelay: boolean
  readonly done: string | undefined
}

function OutboxPage({ lines, letters, failing, hasMailRelay, done }: OutboxPageProps): JSX.Element {
  const { say, visitor } = useAsked()
  return (
    <Page title={say('outbox.title')}>
      <Done done={done} />
      <h1 class="nhsuk-heading-xl">{say('outbox.title')}</h1>
      <p class="nhsuk-lede-text">{say('outbox.lede')}</p>
      {letters.length === 0 ? <p>{say('outbox.lettersNone')}</p> : <LettersTable letters={letters} />}
      {lines.length === 0 ? <p>{say('outbox.none')}</p> : <Balance lines={lines} />}
      {lines.map(line => (
        <DestinationState key={line.id} line={line} failing={failing.get(line.id) ?? 0} hasMailRelay={hasMailRelay} />
      ))}
      {visitor?.post?.role === 'integration-officer' && (
        <ActionLink href="/outbox/register">{say('outbox.register')}</ActionLink>
      )}
    </Page>
  )
}

function Balance({ lines }: { lines: readonly DestinationLine[] }): JSX.Element {
  const say = useSay()
  const lost = lines.reduce(
    (sum, { queued, delivered, waiting, dead, givenUp, notOpen }) =>
      sum + queued - delivered - waiting - dead - givenUp - notOpen,
    0,
  )
  return (
    <>
      <DestinationsTable lines={lines} />
      {lost === 0 ? (
        <p>{say('outbox.balances')}</p>
      ) : (
        <WarningCallout>{say('outbox.doesNotBalance', { count: lost })}</WarningCallout>
      )}
    </>
  )
}

const DONE = {
  confirmed: 'outbox.steppedConfirmed',
  paused: 'outbox.steppedPaused',
  resumed: 'outbox.steppedResumed',
  closed: 'outbox.steppedClosed',
  again: 'outbox.sentAgain',
  'given-up': 'outbox.gaveUp',
  registered: 'outbox.registered',
} as const

function Done({ done }: { done: string | undefined }): JSX.Element | null {
  const say = useSay()
  if (done === undefined || !Object.hasOwn(DONE, done)) return null
  return <NotificationBanner success message={say(DONE[done as keyof typeof DONE])} />
}
