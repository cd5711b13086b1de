import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { ORDER_KINDS, recordOrder } from '#work/family/orders.ts'
import { type ShownFamily, showFamily } from '#work/family/show-family.ts'
import { sayVoice } from '#work/family/voice.ts'
import { type Asked, onward, useAsked, visitorOf } from '../asked.ts'
import { dayIn } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { Birthdays } from '../growing-up/birthdays.tsx'
import { Orders, Responsibility } from '../growing-up/responsibility.tsx'
import { Voices } from '../growing-up/voices.tsx'
import { WhoDecides } from '../growing-up/who-decides.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const PAGE = '/people/:person/growing-up'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown extends ShownFamily {
  readonly banner: PageBanner
  readonly formKey: string
}

/** A child's own voice beside the parents', who holds responsibility, who decides what, and what changes at 16 and 18. */
export function growingUpPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePerson>(PAGE, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed: kept ?? {}, problems: {} })
  })

  routes.post<OnePerson>(PAGE, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const act = ACTS[typed.act ?? '']
    if (act === undefined) throw new ProblemError('problem.notUnderstood', 400)
    const wrong = act.wrongIn(typed)
    if (Object.keys(wrong).length > 0) return draw(request, reply, store, { typed, problems: wrong })
    const did = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'growing-up' }, access =>
        act.do(tx, access, typed, request.asked),
      ),
    )
    if (!did.ok) throw notShown()
    if (did.value.ok) return onward(reply, `/people/${personId}/growing-up?done=kept`)
    const { problem } = did.value
    if (problem === 'growingUp.notYours') throw notShown()
    return draw(request, reply, store, { typed, problems: { [act.field(problem)]: problem } })
  })
}

interface Act {
  wrongIn(typed: Typed): Problems
  do(tx: Tx, access: Access, typed: Typed, asked: Asked): Promise<Outcome<unknown, Key>>
  field(problem: Key): string
}

const ACTS: Readonly<Record<string, Act>> = {
  say: {
    wrongIn: () => ({}),
    do: (tx, access, { words = '', key = '' }, { say }) =>
      sayVoice(tx, access, { words: words.replaceAll('\r\n', '\n'), language: say.language, key: key.slice(0, 100) }),
    field: () => 'words',
  },
  order: {
    wrongIn: typed => ({
      ...(kindIn(typed.kind) === undefined && { kind: 'growingUp.kindMissing' }),
      ...(dayIn(typed, 'made') === undefined && { made: 'growingUp.orderDay' }),
    }),
    do: (tx, access, typed) =>
      recordOrder(tx, access, {
        kind: kindIn(typed.kind)!,
        words: (typed.order ?? '').replaceAll('\r\n', '\n'),
        reference: typed.reference ?? '',
        madeOn: dayIn(typed, 'made')!,
        endsOffice: typed.ends === undefined || typed.ends === 'nobody' ? undefined : typed.ends,
      }),
    field: problem => (problem === 'growingUp.orderLater' ? 'made' : 'order'),
  },
}

const kindIn = (text: string | undefined) => ORDER_KINDS.find(kind => kind === text)

interface Sent {
  readonly typed: Typed
  readonly problems: Problems
}

async function draw(request: FastifyRequest<OnePerson>, reply: FastifyReply, store: Store, sent: Sent) {
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'growing-up' }, access => read(tx, access)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const isDone = request.query.done === 'kept'
  const status = Object.keys(sent.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <GrowingUpPage shown={shown.value} sent={sent} isDone={isDone} />, status)
}

/** Undefined where nothing of it is open, and for whoever was no child within living memory of the plan. */
async function read(tx: Tx, access: Access): Promise<Shown | undefined> {
  const banner = await pageBanner(tx, access)
  const family = await showFamily(tx, access, banner.birthDate)
  return family && { ...family, banner, formKey: tx.newId() }
}

function GrowingUpPage({ shown, sent, isDone }: { shown: Shown; sent: Sent; isDone: boolean }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, isOwn } = shown
  const own = `/people/${banner.personId}`
  const action = path.split('?')[0] ?? path
  const title = say('growingUp.title')
  const wrong = listedProblems(say, sent.problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${own}/plan`, text: say(isOwn ? 'frame.myPlan' : 'person.toPlan') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isDone && <NotificationBanner success message={say('growingUp.done')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'growingUp.ledeOwn' : 'growingUp.lede')}</p>
      <Voices
        shown={shown}
        name={banner.name}
        typed={sent.typed}
        problems={sent.problems}
        formKey={shown.formKey}
        action={action}
      />
      <WhoDecides shown={shown} />
      <Birthdays birthdays={shown.birthdays} />
      {shown.mayReadActing && (
        <>
          <Responsibility parents={shown.parents} own={own} />
          <Orders shown={shown} typed={sent.typed} problems={sent.problems} action={action} />
        </>
      )}
    </Page>
  )
}
