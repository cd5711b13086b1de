import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import { findMailChoice, type MailChoice, turnOffMail } from '#work/notice/mail/choice.ts'
import { enterMailCode, findWaitingCode, sendMailCode } from '#work/notice/mail/code.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { AddressForm, CodeForm, MailIsOn } from '../notice-mail/forms.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const PAGE = '/my-notices'
/** RFC 5321, section 4.5.3.1.3: what a relay takes, without the angle brackets. */
const ADDRESS_LENGTH_MAX = 254

const Address = z.object({
  address: z
    .string()
    .default('')
    .transform(text => text.trim())
    .pipe(
      z.email({ error: 'noticeMail.addressMissing' }).max(ADDRESS_LENGTH_MAX, { error: 'noticeMail.addressMissing' }),
    ),
})

const Code = z.object({
  code: z
    .string()
    .default('')
    .transform(text => text.trim())
    .pipe(z.string().min(1, { error: 'noticeMail.codeMissing' }).max(100, { error: 'noticeMail.codeWrong' })),
  language: z.enum(LANGUAGES, { error: 'noticeMail.languageMissing' }),
})

interface WithDone {
  readonly Querystring: { readonly done?: string }
}

/** Whether somebody is told by e-mail that there is a notice: off until they have confirmed an address, off again at once. */
export function myNoticesPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<WithDone>(PAGE, { for: 'visitors', does: 'nothing', changes: true }, async (request, reply) => {
    const typed = (await visits.takeHeldForm(visitorOf(request), request.url)) ?? {}
    return drawState(request, reply, store, { typed, problems: {}, done: DONE[request.query.done ?? ''] })
  })

  routes.post(PAGE, { for: 'visitors', does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const act = ACTS[typed.act ?? '']
    if (act === undefined) throw new ProblemError('problem.notUnderstood', 400)
    const did = await transactionInTurn(store, tx => act(tx, request, typed))
    if (did.ok) return onward(reply, `${PAGE}${did.value}`)
    return drawState(request, reply, store, { typed, problems: did.problem, done: undefined })
  })
}

const DONE: Readonly<Record<string, Key>> = { on: 'noticeMail.doneOn', off: 'noticeMail.doneOff' }

/** What each form asks for; answers what the address of the page says of it. */
const ACTS: Readonly<
  Record<string, (tx: Tx, request: FastifyRequest, typed: Typed) => Promise<Outcome<string, Problems>>>
> = {
  async ask(tx, request, typed) {
    const fields = Address.safeParse(typed)
    if (!fields.success) return refused(problemsOf(fields.error))
    const { say } = request.asked
    const asking = { ...fields.data, language: say.language }
    const sent = await sendMailCode(tx, visitorOf(request).accountId, asking)
    return sent.ok ? done('') : refused({ address: sent.problem })
  },
  async enter(tx, request, typed) {
    const fields = Code.safeParse(typed)
    if (!fields.success) return refused(problemsOf(fields.error))
    const { code, language } = fields.data
    const entered = await enterMailCode(tx, visitorOf(request).accountId, { typed: code, language })
    if (entered.ok) return done('?done=on')
    // The box for a code that can be used no more is gone: what to do next is to ask for another.
    return refused({ [entered.problem === 'noticeMail.codeOver' ? 'address' : 'code']: entered.problem })
  },
  async off(tx, request) {
    await turnOffMail(tx, visitorOf(request).accountId)
    return done('?done=off')
  },
}

interface State {
  readonly typed: Typed
  readonly problems: Problems
  readonly done: Key | undefined
}

async function drawState(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  state: State,
): Promise<FastifyReply> {
  const { accountId } = visitorOf(request)
  const { choice, sentTo } = await transaction(store, async tx => ({
    choice: await findMailChoice(tx, accountId),
    sentTo: (await findWaitingCode(tx, accountId))?.address,
  }))
  const status = Object.keys(state.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <MyNoticesPage choice={choice} sentTo={sentTo} state={state} />, status)
}

interface MyNoticesProps {
  readonly choice: MailChoice | undefined
  /** Where a code was sent that may still be typed in. */
  readonly sentTo: string | undefined
  readonly state: State
}

function MyNoticesPage({ choice, sentTo, state: { typed, problems, done } }: MyNoticesProps): JSX.Element {
  const { say, visitor } = useAsked()
  const title = say('noticeMail.title')
  const listed = listedProblems(say, problems)
  const people = say(visitor?.post === undefined ? 'people.family' : 'people.title')
  const address = problems.address && say.plain(problems.address)
  return (
    <Page title={title} problems={listed} back={{ href: '/people', text: people }}>
      {done !== undefined && <NotificationBanner success message={say.plain(done)} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('noticeMail.lede')}</p>
      <p>{say('noticeMail.says')}</p>
      {choice !== undefined && <MailIsOn choice={choice} action={PAGE} />}
      {choice === undefined && sentTo === undefined && (
        <>
          <p>{say('noticeMail.off')}</p>
          <AddressForm action={PAGE} typed={typed} error={address} />
        </>
      )}
      {choice === undefined && sentTo !== undefined && (
        <>
          <CodeForm action={PAGE} sentTo={sentTo} typed={typed} problems={problems} />
          <h2 class="nhsuk-heading-m">{say('noticeMail.again')}</h2>
          <AddressForm action={PAGE} typed={{ address: sentTo, ...typed }} error={address} />
        </>
      )}
    </Page>
  )
}
