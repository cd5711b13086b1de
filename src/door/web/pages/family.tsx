import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { answerFamily, endFamily, inviteFamily } from '#record/sharing/relationship/family.ts'
import { type OpenInvitation, openInvitations } from '#record/sharing/relationship/invitation.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { decideSharing } from '#record/sharing/wish/decide-sharing.ts'
import { onward, useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { endOf } from '../family/how-long.ts'
import { InvitationCard } from '../family/invitation-card.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type AboutSharing, citizenOf, readPage, type SharingPage, sharingProblem } from '../sharing/read-page.ts'
import { chosenIn } from '../sharing/wish-fields.ts'
import { type Typed, typedIn } from '../typed.ts'

const FAMILY = '/people/:person/sharing/family'

/** Choosing family and friends: those chosen, a code to hand to somebody, and saying whether whoever entered it is them. */
export function familyPage(routes: Routes, { store }: WebMeans): void {
  routes.get<AboutSharing>(FAMILY, { for: 'citizens', does: 'look' }, async (request, reply) => {
    const shown = await readPage(request, store)
    if (!shown.sharing.isOwn) throw notShown()
    const invitations = await invitationsOf(store, shown.banner.personId)
    return drawPage(request, reply, <FamilyPage shown={shown} invitations={invitations} />)
  })

  routes.post<AboutSharing>(FAMILY, { for: 'citizens', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const typed = typedIn(request.body)
    const act = ACTS[typed.act ?? '']
    if (act === undefined) throw new ProblemError('problem.notUnderstood', 400)
    const did = await transaction(store, tx =>
      decideSharing(tx, actor, personId, () => act.do(tx, actor, personId, typed)),
    )
    if (!did.ok) throw sharingProblem(did.problem)
    const page = `/people/${personId}/sharing`
    return onward(reply, act.done === undefined ? `${page}/family` : `${page}?done=${act.done}`)
  })
}

interface Act {
  /** What the page that it leads back to says; undefined to stay. */
  readonly done?: string
  do(tx: Tx, by: CitizenActor, personId: string, typed: Typed): Promise<Outcome<unknown, Key>>
}

const ACTS: Readonly<Record<string, Act>> = {
  invite: { do: (tx, by, personId) => inviteFamily(tx, by, personId) },
  yes: {
    done: 'family',
    do: (tx, by, personId, typed) =>
      answerFamily(tx, by, personId, {
        invitationId: idFrom(typed.invitation ?? ''),
        accepted: true,
        // What is not a class is refused by the act itself.
        dataClasses: chosenIn(typed) as DataClass[],
        endsAt: endOf(typed.until, tx.now),
      }),
  },
  no: {
    done: 'notThem',
    do: (tx, by, personId, typed) =>
      answerFamily(tx, by, personId, {
        invitationId: idFrom(typed.invitation ?? ''),
        accepted: false,
        dataClasses: [],
      }),
  },
  end: {
    done: 'familyEnded',
    do: (tx, by, personId, typed) => endFamily(tx, by, personId, idFrom(typed.account ?? '')),
  },
}

function invitationsOf(store: Store, personId: string): Promise<OpenInvitation[]> {
  return transaction(store, tx => openInvitations(tx, { personId, purpose: 'family' }))
}

function FamilyPage(props: { shown: SharingPage; invitations: readonly OpenInvitation[] }): JSX.Element {
  const { say, path } = useAsked()
  const { shown, invitations } = props
  const own = `/people/${shown.banner.personId}`
  return (
    <Page
      title={say('family.title')}
      back={{ href: `${own}/sharing`, text: say('sharing.back') }}
      banner={<PersonBanner banner={shown.banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{say('family.title')}</h1>
      <p class="nhsuk-lede-text">{say('family.lede')}</p>
      {invitations.map(invitation => (
        <InvitationCard key={invitation.id} invitation={invitation} action={path} />
      ))}
      <h2 class="nhsuk-heading-l">{say('family.now')}</h2>
      <Chosen shown={shown} />
      <h2 class="nhsuk-heading-l">{say('family.choose')}</h2>
      <p>{say('family.how')}</p>
      <form method="post" action={path}>
        <input type="hidden" name="act" value="invite" />
        <Button preventDoubleClick>{say('family.make')}</Button>
      </form>
    </Page>
  )
}

function Chosen({ shown: { banner, sharing } }: { shown: SharingPage }): JSX.Element {
  const { say, path } = useAsked()
  const chosen = sharing.lines.filter(({ ties }) => ties.some(({ kind }) => kind === 'family'))
  if (chosen.length === 0) return <p>{say('family.none')}</p>
  return (
    <>
      {chosen.map(({ key, accountId, name, opens }) => (
        <Card key={key} heading={name} headingLevel={3} headingSize="s">
          <ul class="app-classes">
            {[...opens.keys()].map(dataClass => (
              <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
            ))}
          </ul>
          <ul class="app-ways">
            {WAYS.map(({ kind, says }) => (
              <li key={kind}>
                <a href={`/people/${banner.personId}/sharing/wish?kind=${kind}&line=${key}`}>
                  {say(says)}
                  <Hidden> ({name})</Hidden>
                </a>
              </li>
            ))}
          </ul>
          <form method="post" action={path}>
            <input type="hidden" name="act" value="end" />
            <input type="hidden" name="account" value={accountId} />
            <Button variant="secondary" small preventDoubleClick>
              {say('family.end')}
              <Hidden> ({name})</Hidden>
            </Button>
          </form>
        </Card>
      ))}
    </>
  )
}

const WAYS = [
  { kind: 'refuse', says: 'sharing.seeLess' },
  { kind: 'allow', says: 'sharing.seeMore' },
] as const
