import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { linesOf } from '#work/ledger/sent-text.ts'
import { answerIn } from '#work/outbox/answer-words.ts'
import { type Letter, readLetter } from '#work/outbox/letter.ts'
import { giveUp, sendAgain } from '#work/outbox/put-right.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { SentLines } from '../message/sent-lines.tsx'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, typedIn, wordsField } from '../typed.ts'

const LETTER = '/outbox/letters/:outgoing'
const OFFICERS = { for: ['integration-officer'], does: 'look' } as const

interface OneLetter {
  readonly Params: { readonly outgoing: string }
}

const GiveUp = z.object({
  reason: wordsField({ missing: 'outbox.reasonMissing', tooLong: 'outbox.reasonTooLong', lengthMax: 500 }),
})

/** Something that did not arrive: its bytes, what came back, and sending it again or giving it up. */
export function outboxLetterPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneLetter>(LETTER, OFFICERS, async (request, reply) => drawLetter(request, reply, store, {}))

  routes.post<OneLetter>(`${LETTER}/again`, { for: OFFICERS.for, does: 'nothing' }, async (request, reply) => {
    const id = idFrom(request.params.outgoing)
    const sent = await transactionInTurn(store, tx => sendAgain(tx, workerOf(request), id))
    if (!sent.ok) throw notShown()
    return onward(reply, '/outbox?done=again')
  })

  routes.post<OneLetter>(`${LETTER}/give-up`, OFFICERS, async (request, reply) => {
    const id = idFrom(request.params.outgoing)
    const fields = GiveUp.safeParse(typedIn(request.body))
    if (!fields.success) return drawLetter(request, reply, store, problemsOf(fields.error))
    const given = await transactionInTurn(store, tx => giveUp(tx, workerOf(request), id, fields.data.reason))
    if (!given.ok) throw notShown()
    return onward(reply, '/outbox?done=given-up')
  })
}

async function drawLetter(
  request: FastifyRequest<OneLetter>,
  reply: FastifyReply,
  store: Store,
  problems: Problems,
): Promise<FastifyReply> {
  const id = idFrom(request.params.outgoing)
  const letter = await transaction(store, tx => readLetter(tx, workerOf(request), id))
  if (!letter.ok) throw notShown()
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <LetterPage letter={letter.value} problems={problems} />, status)
}

function LetterPage({ letter, problems }: { letter: Letter; problems: Problems }): JSX.Element {
  const { say } = useAsked()
  const isMail = letter.carrier === 'smtp'
  const title = say('outbox.letter', { destination: isMail ? say('outbox.mailRelay') : letter.destination })
  const listed = listedProblems(say, problems)
  return (
    <Page title={title} problems={listed} back={{ href: '/outbox', text: say('outbox.back') }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <SummaryList
        rows={[
          { key: say('outbox.why'), value: answerIn(say, letter.reason) },
          { key: say('outbox.kind'), value: say.code('outbox', `kind-${letter.kind}`) },
          { key: say('outbox.queuedAt'), value: say.moment(letter.queuedAt) },
        ]}
      />
      <InsetText>{say('messages.inTrail')}</InsetText>
      <Tries letter={letter} />
      <h2 class="nhsuk-heading-l">{say('outbox.asSent')}</h2>
      <SentLines lines={linesOf(letter.body)} />
      <PutRight letter={letter} problem={problems.reason && say.plain(problems.reason)} />
    </Page>
  )
}

function Tries({ letter: { tries } }: { letter: Letter }): JSX.Element {
  const { say } = useAsked()
  if (tries.length === 0) return <p>{say('outbox.noTry')}</p>
  return (
    <Table
      caption={say('outbox.tries')}
      captionSize="l"
      responsive
      columns={[
        { heading: say('outbox.tryNumber'), numeric: true },
        { heading: say('outbox.tryAt') },
        { heading: say('outbox.tryAnswer') },
      ]}
      rows={tries.map(({ number, startedAt, code, said }) => ({
        cells: [
          String(number),
          say.moment(startedAt),
          code === undefined ? say('outbox.nobodyKnows') : answerIn(say, code, said),
        ],
      }))}
    />
  )
}

function PutRight({ letter, problem }: { letter: Letter; problem: string | undefined }): JSX.Element {
  const { say } = useAsked()
  const action = `/outbox/letters/${letter.id}`
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('outbox.again')}</h2>
      {letter.overtakenBy > 0 && (
        <WarningCallout>{say('outbox.overtaken', { count: letter.overtakenBy })}</WarningCallout>
      )}
      <p>{say('outbox.againHint')}</p>
      <form method="post" action={`${action}/again`}>
        <Button>{say('outbox.again')}</Button>
      </form>
      <h2 class="nhsuk-heading-l">{say('outbox.giveUp')}</h2>
      <form method="post" action={`${action}/give-up`} novalidate>
        <Textarea name="reason" label={say('outbox.giveUpWhy')} rows={3} error={problem} />
        <Button variant="secondary">{say('outbox.giveUp')}</Button>
      </form>
    </>
  )
}
