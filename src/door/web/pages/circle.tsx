import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { endFamily } from '#record/sharing/relationship/family.ts'
import { openInvitations } from '#record/sharing/relationship/invitation.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { decideSharing } from '#record/sharing/wish/decide-sharing.ts'
import { readSharing } from '#record/sharing/wish/read-sharing.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import { onward, useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { CircleCard, type InCircle } from '../family/circle-card.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type AboutSharing, citizenOf, sharingProblem } from '../sharing/read-page.ts'
import { typedIn } from '../typed.ts'

const CIRCLE = '/people/:person/circle'

/** How many of each one's looks are told here; all of them are in *Who has looked*. */
const LOOKS_SHOWN = 3

interface OnePerson extends AboutSharing {
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly circle: readonly InCircle[]
  /** Whether somebody waits for the person to say that it is them. */
  readonly isAwaited: boolean
}

/** The people a person has chosen and those who may act for them, as the person alone sees them. */
export function circlePage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>(CIRCLE, { for: 'citizens', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'sharing' }, access => read(tx, access)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    const isDone = request.query.done === 'stopped'
    return drawPage(request, reply, <CirclePage shown={shown.value} isDone={isDone} />)
  })

  routes.post<OnePerson>(CIRCLE, { for: 'citizens', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const accountId = idFrom(typedIn(request.body).account ?? '')
    const did = await transaction(store, tx =>
      decideSharing(tx, actor, personId, () => endFamily(tx, actor, personId, accountId)),
    )
    if (!did.ok) throw sharingProblem(did.problem)
    return onward(reply, `/people/${personId}/circle?done=stopped`)
  })
}

/** Undefined for everybody but the person: who else is near to somebody is theirs alone to know. */
async function read(tx: Tx, access: Access): Promise<Shown | undefined> {
  const sharing = await readSharing(tx, access)
  if (!sharing.ok || !sharing.value.isOwn) return undefined
  const { personId } = access
  const invitations = await openInvitations(tx, { personId, purpose: 'family' })
  const circle: InCircle[] = []
  for (const line of sharing.value.lines.filter(isOfCircle))
    circle.push({ line, looks: await looksOf(tx, access, line) })
  return {
    banner: await pageBanner(tx, access),
    circle,
    isAwaited: invitations.some(({ entered }) => entered !== undefined),
  }
}

function isOfCircle({ seat, ties, office }: MayBeShown): boolean {
  return seat === undefined && (office !== undefined || ties.some(({ kind }) => kind === 'family'))
}

async function looksOf(tx: Tx, access: Access, { accountId }: MayBeShown): Promise<InCircle['looks']> {
  if (accountId === undefined) return []
  const wanted = { withOwn: false, by: { kind: 'citizen', id: accountId }, limit: LOOKS_SHOWN } as const
  const trail = await readTrail(tx, access, wanted)
  return trail.ok ? trail.value : []
}

function CirclePage({ shown, isDone }: { shown: Shown; isDone: boolean }): JSX.Element {
  const { say } = useAsked()
  const { banner, circle, isAwaited } = shown
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={say('circle.title')}
      back={{ href: `${own}/plan`, text: say('frame.myPlan') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {isDone && <NotificationBanner success message={say('circle.stopped')} />}
      <h1 class="nhsuk-heading-xl">{say('circle.title')}</h1>
      <p class="nhsuk-lede-text">{say('circle.lede')}</p>
      {isAwaited && (
        <InsetText>
          <a href={`${own}/sharing/family`}>{say('circle.waiting')}</a>
        </InsetText>
      )}
      {circle.length === 0 && <p>{say('circle.none')}</p>}
      {circle.map(one => (
        <CircleCard key={one.line.key} one={one} own={own} />
      ))}
      <h2 class="nhsuk-heading-l">{say('circle.invite')}</h2>
      <p>{say('circle.inviteHow')}</p>
      <ActionLink href={`${own}/sharing/family`}>{say('circle.toInvite')}</ActionLink>
      <h2 class="nhsuk-heading-l">{say('circle.never')}</h2>
      <p>{say('circle.neverWhat')}</p>
      <ActionLink href={`${own}/looks`}>{say('circle.allLooks')}</ActionLink>
    </Page>
  )
}
