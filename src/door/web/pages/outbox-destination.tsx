import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { type DestinationLine, readDestinations } from '#work/outbox/read-destinations.ts'
import { goingOf } from '#work/telling/subscription/going.ts'
import { subscriptionsOf } from '#work/telling/subscription/read.ts'
import { readToldVersions, type ToldVersion, writeTold } from '#work/telling/told.ts'
import { TOPICS, type Topic } from '#work/telling/topic.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { type SubscriptionLine, Subscriptions } from '../outbox/subscriptions.tsx'
import { ToldForm } from '../outbox/told-form.tsx'
import { ToldVersions } from '../outbox/told-versions.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const READERS = ['integration-officer', 'privacy-officer'] as const
const PAGE = '/outbox/destinations/:destination/told'

interface OneDestination {
  readonly Params: { readonly destination: string }
}

const Fields = z.object({
  from: z.coerce.number().int().min(0),
  reason: wordsField({ missing: 'outbox.toldReasonMissing', tooLong: 'outbox.reasonTooLong', lengthMax: 500 }),
})

/** What one partner's system is told of people, who said so and why, and saying it anew. */
export function outboxDestinationPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneDestination>(PAGE, { for: READERS, does: 'nothing' }, async (request, reply) =>
    drawDestination(request, reply, store, { problems: {}, status: 200 }),
  )

  routes.post<OneDestination>(PAGE, { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const destinationId = idFrom(request.params.destination)
    const typed = typedIn(request.body)
    const fields = Fields.safeParse(typed)
    if (!fields.success)
      return drawDestination(request, reply, store, { typed, problems: problemsOf(fields.error), status: 422 })
    const topics = ticked(typed)
    const written = await transactionInTurn(store, tx =>
      writeTold(tx, workerOf(request), { destinationId, topics, ...fields.data }),
    )
    if (written.ok) return onward(reply, `/outbox/destinations/${destinationId}/told?done=told`)
    if (written.problem === 'outbox.notYours') throw notShown()
    const problems = { reason: written.problem }
    return drawDestination(request, reply, store, { typed, problems, status: 409 })
  })
}

function ticked(typed: Typed): Topic[] {
  return TOPICS.filter(topic => typed[`topic-${topic}`] !== undefined)
}

interface Form {
  /** Undefined where nothing was sent yet. */
  readonly typed?: Typed
  readonly problems: Problems
  readonly status: number
}

async function drawDestination(
  request: FastifyRequest<OneDestination>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const id = idFrom(request.params.destination)
  const read = await transaction(store, async tx => ({
    line: (await readDestinations(tx, workerOf(request))).find(one => one.id === id),
    versions: await readToldVersions(tx, id),
    subscriptions: await subscriptionLines(tx, id),
  }))
  const { line, versions, subscriptions } = read
  if (line === undefined || line.role === undefined) throw notShown()
  const [newest] = versions
  const shown = {
    topics: form.typed === undefined ? (newest?.topics ?? []) : ticked(form.typed),
    reason: form.typed?.reason,
    from: newest?.version ?? 0,
    problems: form.problems,
  }
  const done = findDone(typedIn(request.query).done)
  const page = (
    <DestinationPage line={line} versions={versions} subscriptions={subscriptions} form={shown} done={done} />
  )
  return drawPage(request, reply, page, form.status)
}

async function subscriptionLines(tx: Tx, destinationId: string): Promise<SubscriptionLine[]> {
  const all = await subscriptionsOf(tx, destinationId)
  const going = await goingOf(
    tx,
    all.map(({ id }) => id),
  )
  return all.map(one => ({ ...one, going: going.get(one.id) }))
}

const DONE: Readonly<Record<string, Key>> = {
  told: 'outbox.toldDone',
  again: 'outbox.subscriptionTriedAgain',
  off: 'outbox.subscriptionTurnedOff',
}

function findDone(done: string | undefined): Key | undefined {
  return done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined
}

interface DestinationPageProps {
  readonly line: DestinationLine
  readonly versions: readonly ToldVersion[]
  readonly subscriptions: readonly SubscriptionLine[]
  readonly form: Parameters<typeof ToldForm>[0]['form']
  readonly done: Key | undefined
}

function DestinationPage({ line, versions, subscriptions, form, done }: DestinationPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say('outbox.toldTitle', { destination: line.name })
  const listed = listedProblems(say, form.problems)
  return (
    <Page title={title} problems={listed} back={{ href: `/outbox#destination-${line.id}`, text: say('outbox.back') }}>
      {done && <NotificationBanner success message={say.plain(done)} />}
      <h1 class="nhsuk-heading-xl">
        {line.organisation && <span class="nhsuk-caption-xl">{say.of(line.organisation)}</span>}
        {title}
      </h1>
      <p class="nhsuk-lede-text">{say('outbox.toldLede')}</p>
      <SummaryList
        rows={[
          { key: say('outbox.toldFor'), value: line.role === undefined ? '' : say.code('role', line.role) },
          { key: say('outbox.address'), value: <code>{line.address}</code> },
        ]}
      />
      {line.may.decideTold && <ToldForm line={line} form={form} />}
      {line.carrier === 'https' && <Subscriptions line={line} subscriptions={subscriptions} />}
      <ToldVersions versions={versions} />
    </Page>
  )
}
