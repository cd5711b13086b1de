import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { DATA_CLASSES, type DataClass } from '#record/sharing/vocabulary.ts'
import { decideSharing } from '#record/sharing/wish/decide-sharing.ts'
import { withdrawWish } from '#record/sharing/wish/withdraw.ts'
import { onward, useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom } from '../person/person-id.ts'
import { type AboutSharing, citizenOf, readPage, type SharingPage, sharingProblem } from '../sharing/read-page.ts'
import { Stopped } from '../sharing/stopped.tsx'
import { TieCard } from '../sharing/tie-card.tsx'
import { nameOf } from '../sharing/who.tsx'
import { WishCard } from '../sharing/wish-card.tsx'
import { typedIn } from '../typed.ts'

const SHARING = '/people/:person/sharing'

type OnePerson = AboutSharing & { readonly Querystring: { readonly done?: string } }

/** Who may see what of a person, and what they have asked for: for the person, or whoever decides it for them. */
export function sharingPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>(SHARING, { for: 'citizens', does: 'look' }, async (request, reply) => {
    const shown = await readPage(request, store)
    return drawPage(request, reply, <WhoMaySeePage shown={shown} done={Done.parse(request.query.done)} />)
  })

  routes.post<OnePerson>(SHARING, { for: 'citizens', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const wishId = idFrom(typedIn(request.body).wish ?? '')
    const withdrawn = await transaction(store, tx =>
      decideSharing(tx, actor, personId, () => withdrawWish(tx, actor, personId, wishId)),
    )
    if (!withdrawn.ok) throw sharingProblem(withdrawn.problem)
    return onward(reply, `/people/${personId}/sharing?done=withdrawn`)
  })
}

/** What has just been done on one of the pages that lead back here. Anything else in the address says nothing. */
const Done = z
  .enum(['made', 'withdrawn', 'paused', 'lifted', 'family', 'familyEnded', 'notThem'])
  .optional()
  .catch(undefined)
type Done = z.infer<typeof Done>

const DONE = {
  made: 'sharing.doneMade',
  withdrawn: 'sharing.doneWithdrawn',
  paused: 'sharing.donePaused',
  lifted: 'sharing.doneLifted',
  family: 'sharing.doneFamily',
  familyEnded: 'sharing.doneFamilyEnded',
  notThem: 'sharing.doneNotThem',
} as const

function WhoMaySeePage({ shown, done }: { shown: SharingPage; done: Done }): JSX.Element {
  const { say } = useAsked()
  const { banner, sharing } = shown
  const own = `/people/${banner.personId}`
  return (
    <Page title={say('sharing.title')} banner={<PersonBanner banner={banner} href={own} />}>
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <h1 class="nhsuk-heading-xl">{say('sharing.title')}</h1>
      <p class="nhsuk-lede-text">{say('sharing.lede')}</p>
      {!sharing.isOwn && <p>{say('sharing.forSomebody', { name: banner.name })}</p>}
      <Stopped page={`${own}/sharing`} pause={sharing.pause} />
      <h2 class="nhsuk-heading-l">{say('sharing.kinds')}</h2>
      <p class="nhsuk-hint">{say('sharing.kindsHint')}</p>
      <ul class="app-kinds">
        {DATA_CLASSES.map(dataClass => (
          <Kind key={dataClass} page={`${own}/sharing`} dataClass={dataClass} shown={shown} />
        ))}
      </ul>
      <People shown={shown} />
      <Wishes shown={shown} />
    </Page>
  )
}

/** How many names stand beside a kind of information; the others are counted. */
const NAMES_SHOWN = 3

function Kind(props: { page: string; dataClass: DataClass; shown: SharingPage }): JSX.Element {
  const { say } = useAsked()
  const { page, dataClass, shown } = props
  const names = [
    ...new Set(shown.sharing.lines.filter(({ opens }) => opens.has(dataClass)).map(line => nameOf(say, line))),
  ]
  const more = names.length - NAMES_SHOWN
  return (
    <li>
      <a class="app-capital" href={`${page}/kinds/${dataClass}`}>
        {say.code('dataClass', dataClass)}
      </a>
      <span class="app-kinds__who">
        {names.length === 0 ? say('sharing.nobody') : names.slice(0, NAMES_SHOWN).join(', ')}{' '}
        {more > 0 && say('sharing.others', { count: more })}
      </span>
    </li>
  )
}

function People({ shown: { banner, sharing } }: { shown: SharingPage }): JSX.Element {
  const { say } = useAsked()
  const page = `/people/${banner.personId}/sharing`
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('sharing.people')}</h2>
      {sharing.lines.length === 0 && <p>{say('sharing.peopleNone')}</p>}
      {sharing.lines.map(line => (
        <TieCard key={line.key} line={line} page={page} />
      ))}
      <p>{say('sharing.nextOfKin')}</p>
      {sharing.isOwn && <ActionLink href={`${page}/family`}>{say('family.title')}</ActionLink>}
      <ActionLink href={`/people/${banner.personId}/acting`}>{say('person.toActing')}</ActionLink>
    </>
  )
}

function Wishes({ shown: { banner, sharing } }: { shown: SharingPage }): JSX.Element {
  const { say } = useAsked()
  const page = `/people/${banner.personId}/sharing`
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('sharing.wishes')}</h2>
      {sharing.wishes.length === 0 && <p>{say('sharing.wishesNone')}</p>}
      {sharing.wishes.map(wish => (
        <WishCard
          key={wish.id}
          wish={wish}
          action={page}
          mayWithdraw={sharing.isOwn || wish.isCarried || wish.madeFor !== undefined}
        />
      ))}
      {sharing.isOwn && <ActionLink href={`/people/${banner.personId}/looks`}>{say('person.toLooks')}</ActionLink>}
    </>
  )
}
