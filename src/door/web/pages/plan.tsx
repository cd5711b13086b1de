import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { everyOrganisation, organisationNamesById } from '#record/organisation/organisation-names.ts'
import type { Access } from '#record/sharing/access.ts'
import { unreadEmergencies } from '#record/sharing/emergency/person-emergencies.ts'
import { openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import { questionsFor, waitingAbout } from '#work/conversation/about.ts'
import { ownersAmong } from '#work/plan/add.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { findItemPerson, readItem, readPlan } from '#work/plan/read-plan.ts'
import { findPlanPerson, mayTakeWholeStance, readWholeStances, WHOLE_TOPIC } from '#work/plan/whole-stance.ts'
import { readReviews } from '#work/review/read-reviews.ts'
import { standingOf } from '#work/review/standing.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { EmergencyTold } from '../emergency/emergency-told.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { WhyShown } from '../person/why-shown.tsx'
import { DID } from '../plan/item-forms.ts'
import { ItemRow } from '../plan/item-row.tsx'
import { planTitle } from '../plan/plan-title.ts'
import { PlanWays } from '../plan/plan-ways.tsx'
import { Home } from '../plan/sections/home.tsx'
import { IfThingsGoWrong } from '../plan/sections/if-things-go-wrong.tsx'
import { JustAdded } from '../plan/sections/just-added.tsx'
import { Money } from '../plan/sections/money.tsx'
import { Offered } from '../plan/sections/offered.tsx'
import { Outcomes } from '../plan/sections/outcomes.tsx'
import { OwnWords } from '../plan/sections/own-words.tsx'
import { Safeguarding } from '../plan/sections/safeguarding.tsx'
import { SetAside } from '../plan/sections/set-aside.tsx'
import { ownerOf, type ShownPlan } from '../plan/sections/shown-plan.ts'
import { Strengths } from '../plan/sections/strengths.tsx'
import { Watching } from '../plan/sections/watching.tsx'
import { Whole } from '../plan/sections/whole.tsx'
import { PlanStanding } from '../review/plan-standing.tsx'

interface OnePlan {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

/** One person's plan: their own words first, then each goal with what is done to reach it, and what others say of it. */
export function planPages(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OnePlan>('/people/:person/plan', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'plan' }, access => readShown(tx, access)),
    )
    if (!shown.ok) throw notShown()
    untilItCloses(reply, shown.value.emergency, request.asked.now)
    return drawPage(request, reply, <PlanPage shown={shown.value} done={Done.parse(request.query.done)} />)
  })

  routes.get<OnePlan>('/people/:person/plan/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'plan', personId: idFrom(request.params.person) }),
  )
  live.tell('plan', 'plan', (tx, ids, watchers) => tellItems(tx, live, ids, watchers))
  live.tell(WHOLE_TOPIC, 'plan', (tx, ids, watchers) => tellWhole(tx, live, ids, watchers))
}

/** All of it is asked at once: nothing of it rests on an answer to something else of it. */
async function readShown(tx: Tx, access: Access): Promise<ShownPlan> {
  const [banner, items, asked, aboutMe, reviews, wholeStances, organisations, emergency, unread] = await together([
    pageBanner(tx, access),
    readPlan(tx, access),
    waitingAbout(tx, access),
    readAboutMe(tx, access),
    readReviews(tx, access),
    readWholeStances(tx, access),
    everyOrganisation(tx),
    openEmergencyOf(tx, access),
    unreadEmergencies(tx, access),
  ])
  return {
    banner,
    isOwn: isThePerson(access),
    items,
    asked,
    aboutMe: aboutMe ?? [],
    standing: standingOf(reviews),
    wholeStances,
    maySayOfWhole: mayTakeWholeStance(access),
    mayAdd: ownersAmong(organisations, access, 'action').length > 0,
    owners: new Map(organisations.map(({ id, name }) => [id, name])),
    grants: access.grants,
    emergency,
    unreadEmergencies: unread,
    classes: new Set(access.released.map(({ dataClass }) => dataClass)),
  }
}

/** Sends the rows of the items that changed to everybody who has their plan open and may see them; others hear nothing. */
async function tellItems(
  tx: Tx,
  live: LiveHub,
  itemIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const itemId of itemIds) {
    const personId = await findItemPerson(tx, itemId)
    if (personId === undefined) continue
    const rows = await tellThoseTied(tx, live, { people: [personId], place: 'plan', watchers }, async accesses => {
      const owners = await organisationNamesById(tx)
      const items = await readItem(tx, accesses, itemId)
      const asked = await questionsFor(tx, accesses, itemId)
      return items.map((item, at) => {
        const waiting = asked[at]?.filter(({ question }) => question?.isOpen)
        return item ? [<ItemRow item={item} personId={personId} owner={ownerOf(item, owners)} asked={waiting} />] : []
      })
    })
    told.push(...rows)
  }
  return told
}

/** Sends what people say of a whole plan to everybody who has it open and may see that. */
async function tellWhole(
  tx: Tx,
  live: LiveHub,
  planIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const planId of planIds) {
    const personId = await findPlanPerson(tx, planId)
    if (personId === undefined) continue
    const rows = await tellThoseTied(tx, live, { people: [personId], place: 'plan', watchers }, async accesses => {
      const wholes: JSX.Element[][] = []
      for (const access of accesses) {
        const wholeStances = await readWholeStances(tx, access)
        const maySayOfWhole = mayTakeWholeStance(access)
        const isOpen = wholeStances.length > 0
        wholes.push(
          isOpen ? [<Whole key="whole" {...{ wholeStances, maySayOfWhole }} personId={access.personId} />] : [],
        )
      }
      return wholes
    })
    told.push(...rows)
  }
  return told
}

/** What somebody has just done on the page of one item. Anything else in the address says nothing. */
const Done = z.enum(DID).optional().catch(undefined)
type Done = z.infer<typeof Done>

/** What the page is put together from, in the order in which it is read. */
const SECTIONS = [
  OwnWords,
  JustAdded,
  Offered,
  PlanWays,
  Strengths,
  Outcomes,
  Watching,
  IfThingsGoWrong,
  Home,
  Money,
  Safeguarding,
  SetAside,
] as const

function PlanPage({ shown, done }: { shown: ShownPlan; done: Done }): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, items } = shown
  const title = planTitle(say, { isOwn, name: banner.name })
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      back={isOwn ? undefined : { href: own, text: say('person.title') }}
      banner={<PersonBanner banner={banner} href={own} emergency={shown.emergency} />}
      live
    >
      {done && <NotificationBanner success message={say.code('plan', `done-${done}`)} />}
      <EmergencyTold count={shown.unreadEmergencies} personId={banner.personId} />
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <LiveRegion id="plan" from={`${own}/plan/live`}>
        <PlanStanding standing={shown.standing} personId={banner.personId} />
        {items.length === 0 && <p>{say(isOwn ? 'plan.emptyMine' : 'plan.empty')}</p>}
        {SECTIONS.map(Section => (
          <Section key={Section.name} shown={shown} />
        ))}
        <Whole {...shown} personId={banner.personId} />
      </LiveRegion>
      {!isOwn && <WhyShown grants={shown.grants} shown={shown.classes} />}
    </Page>
  )
}
