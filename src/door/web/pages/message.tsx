import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { readMessage, type SentMessage } from '#work/ledger/read-message.ts'
import { takeMessage } from '#work/ledger/take-message.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { faultPlace } from '../message/fault-place.ts'
import { History } from '../message/history.tsx'
import { PutRight } from '../message/put-right.tsx'
import { reasonIn } from '../message/reason.ts'
import { SenderName } from '../message/sender-name.tsx'
import { SentLines } from '../message/sent-lines.tsx'
import { Due, Takings } from '../message/takings.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface OneMessage {
  readonly Params: { readonly id: string }
}

const Act = z.enum(['replay', 'set-aside', 'take'])

/** What was done, said on the page that follows. */
const DONE: Readonly<Record<string, Key>> = {
  replayed: 'replay.doneReplayed',
  waits: 'replay.doneWaits',
  aside: 'replay.doneAside',
  taken: 'replay.doneTaken',
}

/** One message as it was sent, what has become of it, and what can be done about it while it waits. */
export function messagePage(routes: Routes, means: WebMeans): void {
  routes.get<OneMessage>(
    '/messages/:id',
    { for: ['integration-officer'], does: 'look', changes: true },
    async (request, reply) => {
      const typed = await means.visits.takeHeldForm(visitorOf(request), request.url)
      return drawMessage(request, reply, means, { typed: typed ?? {}, problems: {}, status: 200 })
    },
  )

  routes.post<OneMessage>(
    '/messages/:id',
    { for: ['integration-officer'], does: ['write', 'look'] },
    async (request, reply) => {
      const messageId = idFrom(request.params.id)
      const typed = typedIn(request.body)
      const act = Act.safeParse(typed.act)
      if (!act.success) throw notShown()
      const done = await ACTS[act.data](means, workerOf(request), messageId, typed)
      if ('done' in done) return onward(reply, `/messages/${messageId}?done=${done.done}`)
      if (done.problem === 'message.notShown') throw notShown()
      return drawMessage(request, reply, means, { typed, ...SAID[done.problem](act.data) })
    },
  )
}

type Problem = 'message.notShown' | 'message.notWaiting' | 'message.wordsMissing' | 'message.wordsTooLong'
type Acted = { readonly done: string } | { readonly problem: Problem }
type ActFor = (means: WebMeans, officer: WorkerActor, messageId: string, typed: Typed) => Promise<Acted>

const ACTS: Readonly<Record<z.infer<typeof Act>, ActFor>> = {
  replay: async ({ replayer }, officer, messageId, { ownWords }) => {
    const asked = { messageId, ...(ownWords !== undefined && { words: ownWords }) }
    const answer = await replayer.replay(officer, asked)
    if (!answer.ok) return answer
    return { done: answer.value.outcome === 'applied' ? 'replayed' : 'waits' }
  },
  take: async ({ store }, officer, messageId, { note = '' }) => {
    const answer = await transactionInTurn(store, tx => takeMessage(tx, officer, { messageId, note }))
    return answer.ok ? { done: 'taken' } : answer
  },
  'set-aside': async ({ replayer }, officer, messageId, { words = '' }) => {
    const answer = await replayer.setAside(officer, { messageId, words })
    return answer.ok ? { done: 'aside' } : answer
  },
}

interface Said {
  readonly problems: Problems
  readonly status: number
}

/** How each refusal is said, and at which field of the form that was sent. */
const SAID: Readonly<Record<Exclude<Problem, 'message.notShown'>, (act: z.infer<typeof Act>) => Said>> = {
  'message.notWaiting': () => ({ problems: { form: 'replay.notWaiting' }, status: 409 }),
  'message.wordsMissing': act => ({ problems: { [fieldOf(act)]: 'replay.wordsMissing' }, status: 422 }),
  'message.wordsTooLong': act => ({ problems: { [fieldOf(act)]: 'replay.wordsTooLong' }, status: 422 }),
}

function fieldOf(act: z.infer<typeof Act>): string {
  return act === 'replay' ? 'ownWords' : 'words'
}

async function drawMessage(
  request: FastifyRequest<OneMessage>,
  reply: FastifyReply,
  { store }: WebMeans,
  form: Said & { readonly typed: Typed },
): Promise<FastifyReply> {
  const officer = workerOf(request)
  const id = idFrom(request.params.id)
  const message = await transaction(store, tx => readMessage(tx, officer, id))
  if (!message.ok) throw notShown()
  const done = DONE[typedIn(request.query).done ?? '']
  return drawPage(request, reply, <MessagePage message={message.value} done={done} {...form} />, form.status)
}

interface MessagePageProps extends Said {
  readonly message: SentMessage
  readonly typed: Typed
  readonly done: Key | undefined
}

function MessagePage({ message, typed, problems, done }: MessagePageProps): JSX.Element {
  const { say } = useAsked()
  const { controlId } = message
  const title = controlId === undefined ? say('messages.messageUnnamed') : say('messages.message', { controlId })
  const listed = listedProblems(say, problems)
  return (
    <Page title={title} problems={listed} back={{ href: '/messages', text: say('messages.back') }}>
      {listed.length === 0 && done !== undefined && (
        <NotificationBanner success={done !== 'replay.doneWaits'} message={say.plain(done)} />
      )}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <MessageFacts message={message} />
      {message.outcome === 'quarantined' && <PutRight message={message} typed={typed} problems={problems} />}
      <InsetText>{say('messages.inTrail')}</InsetText>
      {message.history.length > 1 && (
        <>
          <h2 class="nhsuk-heading-l">{say('replay.becameOf')}</h2>
          <History history={message.history} />
        </>
      )}
      <h2 class="nhsuk-heading-l">{say('messages.asSent')}</h2>
      {message.repeats !== undefined && (
        <p>
          {say('messages.isRepeat')} <a href={`/messages/${message.repeats}`}>{say('messages.first')}</a>
        </p>
      )}
      {message.repeats === undefined && message.lines.length === 0 && <p>{say('messages.nothingSent')}</p>}
      {message.cells.length > 0 ? (
        <SummaryList rows={message.cells.map(({ heading, value }) => ({ key: heading, value }))} />
      ) : (
        <SentLines lines={message.lines} fault={faultPlace(message.reason)} />
      )}
    </Page>
  )
}

function MessageFacts({ message }: { message: SentMessage }): JSX.Element {
  const { say } = useAsked()
  const { outcome, reason, owner, type } = message
  const waits = outcome === 'quarantined'
  const rows: (SummaryRow | false | undefined)[] = [
    outcome !== undefined && { key: say('messages.outcome'), value: say.code('messages', `outcome-${outcome}`) },
    reason !== undefined && {
      key: waits ? say('messages.reason') : say('messages.refusedReason'),
      value: reasonIn(say, reason),
    },
    owner && { key: say('messages.owner'), value: `${say.of(owner.team)}, ${say.of(owner.organisation)}` },
    waits && { key: say('messages.since'), value: say.moment(message.receivedAt) },
    message.dueAt !== undefined && { key: say('replay.due'), value: <Due at={message.dueAt} /> },
    message.takings.length > 0 && { key: say('replay.taken'), value: <Takings takings={message.takings} /> },
    { key: say('messages.sender'), value: <SenderName sender={message.sender} /> },
    type !== undefined && { key: say('messages.type'), value: type },
    { key: say('messages.receivedAt'), value: say.moment(message.receivedAt) },
    { key: say('messages.receivedFrom'), value: message.receivedFrom },
  ]
  return <SummaryList rows={rows.filter(row => row !== false && row !== undefined)} />
}
