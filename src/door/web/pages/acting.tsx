import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { withdrawAdvanceDecision } from '#record/sharing/representative/ahead.ts'
import { inviteRepresentative } from '#record/sharing/representative/invite.ts'
import { type Acting, readActing } from '#record/sharing/representative/read-acting.ts'
import { endRepresentative } from '#record/sharing/representative/record.ts'
import { Ahead, Findings, Representatives } from '../acting/acting-lists.tsx'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Typed, typedIn } from '../typed.ts'

const ACTING = '/people/:person/acting'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly acting: Acting
  readonly isOwn: boolean
}

/** Who may act for somebody, what was found of their capacity, and what they decided or said ahead. */
export function actingPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>(ACTING, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'acting' }, async access => {
        const acting = await readActing(tx, access)
        const banner = await pageBanner(tx, access)
        const isOwn = access.grants.some(({ because }) => because.kind === 'own')
        return { acting, banner, isOwn }
      }),
    )
    if (!shown.ok || !shown.value.acting.ok) throw notShown()
    const { banner, isOwn, acting } = shown.value
    const isDone = request.query.done === 'noted'
    return drawPage(request, reply, <ActingPage shown={{ banner, isOwn, acting: acting.value }} isDone={isDone} />)
  })

  routes.post<OnePerson>(ACTING, { for: 'workers', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const act = ACTS[typed.act ?? '']
    if (act === undefined) throw new ProblemError('problem.notUnderstood', 400)
    const did = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'acting' }, access => act.do(tx, access, typed)),
    )
    if (!did.ok) throw notShown()
    if (!did.value.ok) throw new ProblemError(did.value.problem, 422)
    return onward(reply, `/people/${personId}/acting${act.leadsTo}`)
  })
}

interface Act {
  /** What follows the address of the page. */
  readonly leadsTo: string
  do(tx: Tx, access: Access, typed: Typed): Promise<Outcome<unknown, Key>>
}

const ACTS: Readonly<Record<string, Act>> = {
  invite: { leadsTo: '/power', do: (tx, access) => inviteRepresentative(tx, access) },
  end: {
    leadsTo: '?done=noted',
    do: (tx, access, { representative = '', reason = '' }) =>
      endRepresentative(tx, access, { representativeId: idFrom(representative), reason }),
  },
  withdraw: {
    leadsTo: '?done=noted',
    do: (tx, access, { decision = '' }) => withdrawAdvanceDecision(tx, access, idFrom(decision)),
  },
}

function ActingPage({ shown, isDone }: { shown: Shown; isDone: boolean }): JSX.Element {
  const { say } = useAsked()
  const { banner, acting, isOwn } = shown
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={say('acting.title')}
      back={{ href: own, text: say('person.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isDone && <NotificationBanner success message={say('acting.done')} />}
      <h1 class="nhsuk-heading-xl">{say('acting.title')}</h1>
      {isOwn && <p class="nhsuk-lede-text">{say('acting.own')}</p>}
      <p>{say('acting.lede')}</p>
      {acting.mayNote && <Ways page={`${own}/acting`} mayFind={acting.mayFind} />}
      <Representatives acting={acting} action={`${own}/acting`} />
      <Findings findings={acting.findings} />
      <Ahead acting={acting} action={`${own}/acting`} />
    </Page>
  )
}

function Ways({ page, mayFind }: { page: string; mayFind: boolean }): JSX.Element {
  const { say } = useAsked()
  return (
    <ul class="nhsuk-list">
      {WAYS.filter(({ form }) => form !== 'finding' || mayFind).map(({ form, says }) => (
        <li key={form}>
          <a href={`${page}/${form}`}>{say(says)}</a>
        </li>
      ))}
    </ul>
  )
}

const WAYS = [
  { form: 'power', says: 'acting.toPower' },
  { form: 'finding', says: 'acting.toFinding' },
  { form: 'decision', says: 'acting.toDecision' },
  { form: 'statement', says: 'acting.toStatement' },
] as const
