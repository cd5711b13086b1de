import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { unreadEmergencies } from '#record/sharing/emergency/person-emergencies.ts'
import { type OpenEmergency, openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { type DataClass, THE_PERSON } from '#record/sharing/vocabulary.ts'
import { isThePerson } from '#work/plan/owner.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { findItemPerson, readItem, readPlan } from '#work/plan/read-plan.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { EmergencyTold } from '../emergency/emergency-told.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { WhyShown } from '../person/why-shown.tsx'
import { ItemRow } from '../plan/item-row.tsx'
import { mattersTitle, planTitle } from '../plan/plan-title.ts'

interface OnePlan {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

/** What one reader is shown of one plan. */
interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly items: readonly PlanItem[]
  readonly owners: ReadonlyMap<string, Bilingual>
  readonly grants: readonly Grant[]
  readonly emergency: OpenEmergency | undefined
  /** Emergencies that the person has not said they have read of; nobody else is told of them. */
  readonly unreadEmergencies: number
  readonly classes: ReadonlySet<DataClass>
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
}

async function readShown(tx: Tx, access: Access): Promise<Shown> {
  const banner = await pageBanner(tx, access)
  const items = await readPlan(tx, access)
  return {
    banner,
    isOwn: isThePerson(access),
    items,
    owners: await organisationNamesById(tx),
    grants: access.grants,
    emergency: await openEmergencyOf(tx, access),
    unreadEmergencies: await unreadEmergencies(tx, access),
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
      return items.map(item =>
        item ? [<ItemRow item={item} personId={personId} owner={ownerOf(item, owners)} />] : [],
      )
    })
    told.push(...rows)
  }
  return told
}

function ownerOf(item: PlanItem, owners: ReadonlyMap<string, Bilingual>): Bilingual | undefined {
  return item.ownerCode === THE_PERSON ? undefined : owners.get(item.ownerId)
}

/** What somebody has just done on the page of one item. Anything else in the address says nothing. */
const Done = z.enum(['changed', 'proposed', 'agreed', 'disagreed', 'answered']).optional().catch(undefined)
type Done = z.infer<typeof Done>

const DONE = {
  changed: 'plan.doneChanged',
  proposed: 'plan.doneProposed',
  agreed: 'plan.doneAgreed',
  disagreed: 'plan.doneDisagreed',
  answered: 'plan.doneAnswered',
} as const

function PlanPage({ shown, done }: { shown: Shown; done: Done }): JSX.Element {
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
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <EmergencyTold count={shown.unreadEmergencies} personId={banner.personId} />
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <LiveRegion id="plan" from={`${own}/plan/live`}>
        {items.length === 0 && <p>{say(isOwn ? 'plan.emptyMine' : 'plan.empty')}</p>}
        <Matters shown={shown} />
        <Goals shown={shown} />
        <OtherActions shown={shown} />
      </LiveRegion>
      {isOwn ? (
        <ActionLink href={`${own}/looks`}>{say('plan.toLooks')}</ActionLink>
      ) : (
        <WhyShown grants={shown.grants} shown={shown.classes} />
      )}
    </Page>
  )
}

function Matters({ shown: { items, isOwn, banner, owners } }: { shown: Shown }): JSX.Element | null {
  const { say } = useAsked()
  const matters = items.filter(({ kind }) => kind === 'matters')
  if (matters.length === 0) return null
  return (
    <section class="app-own-words" aria-labelledby="own-words">
      <h2 class="nhsuk-heading-m" id="own-words">
        {mattersTitle(say, { isOwn, name: banner.name })}
      </h2>
      {matters.map(item => (
        <ItemRow key={item.id} item={item} personId={banner.personId} owner={ownerOf(item, owners)} />
      ))}
    </section>
  )
}

function Goals({ shown }: { shown: Shown }): JSX.Element | null {
  const { say } = useAsked()
  const { items, isOwn, banner, owners } = shown
  const goals = items.filter(({ kind }) => kind === 'goal')
  if (goals.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say(isOwn ? 'plan.goalsMine' : 'plan.goals')}</h2>
      {goals.map(goal => (
        <section key={goal.id} class="app-goal">
          <ItemRow item={goal} personId={banner.personId} owner={ownerOf(goal, owners)} />
          <Actions heading={4} shown={shown} actions={items.filter(({ partOf }) => partOf === goal.id)} />
        </section>
      ))}
    </>
  )
}

/** What serves no goal, or serves one that this reader is not shown. */
function OtherActions({ shown }: { shown: Shown }): JSX.Element {
  const goals = new Set(shown.items.filter(({ kind }) => kind === 'goal').map(({ id }) => id))
  const others = shown.items.filter(({ kind, partOf }) => kind === 'action' && !goals.has(partOf ?? ''))
  return <Actions heading={2} shown={shown} actions={others} />
}

interface ActionsProps {
  readonly heading: 2 | 4
  readonly shown: Shown
  readonly actions: readonly PlanItem[]
}

function Actions({ heading, shown: { banner, owners }, actions }: ActionsProps): JSX.Element | null {
  const { say } = useAsked()
  if (actions.length === 0) return null
  return (
    <>
      {heading === 2 ? (
        <h2 class="nhsuk-heading-l">{say('plan.otherActions')}</h2>
      ) : (
        <h4 class="nhsuk-heading-s">{say('plan.actions')}</h4>
      )}
      <ul class="app-actions">
        {actions.map(item => (
          <li key={item.id}>
            <ItemRow item={item} personId={banner.personId} owner={ownerOf(item, owners)} />
          </li>
        ))}
      </ul>
    </>
  )
}
