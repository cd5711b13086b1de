import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { findItemPerson, readItem, readPlan } from '#work/plan/read-plan.ts'
import { outcomesOf } from '#work/review/closure.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'
import { GoalProgress } from '../progress/goal-progress.tsx'

interface OnePlan {
  readonly Params: { readonly person: string }
}

/** How far somebody has come with each of their goals, by their own scores since the first. */
export function planProgressPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OnePlan>('/people/:person/plan/progress', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'plan' }, async access => ({
        banner: await pageBanner(tx, access),
        isOwn: isThePerson(access),
        goals: outcomesOf(await readPlan(tx, access)),
      })),
    )
    if (!shown.ok) throw notShown()
    return drawPage(request, reply, <ProgressPage {...shown.value} />)
  })

  routes.get<OnePlan>('/people/:person/plan/progress/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'progress', personId: idFrom(request.params.person) }),
  )
  live.tell('plan', 'progress', (tx, ids, watchers) => tellGoals(tx, live, ids, watchers))
}

/** Sends the goals that changed to everybody who has their progress open and may see them. */
async function tellGoals(
  tx: Tx,
  live: LiveHub,
  itemIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const itemId of itemIds) {
    const personId = await findItemPerson(tx, itemId)
    if (personId === undefined) continue
    const rows = await tellThoseTied(tx, live, { people: [personId], place: 'plan', watchers }, async accesses =>
      (await readItem(tx, accesses, itemId)).map(item =>
        item?.kind === 'goal' ? [<GoalProgress goal={item} personId={personId} />] : [],
      ),
    )
    told.push(...rows)
  }
  return told
}

interface ProgressPageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly goals: readonly PlanItem[]
}

function ProgressPage({ banner, isOwn, goals }: ProgressPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say(isOwn ? 'progress.titleMine' : 'progress.title')
  const plan = `/people/${banner.personId}/plan`
  return (
    <Page
      title={title}
      back={{ href: plan, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
      live
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'progress.ledeMine' : 'progress.lede')}</p>
      <LiveRegion id="progress" from={`${plan}/progress/live`}>
        {goals.length === 0 && <p>{say('planReview.outcomesNone')}</p>}
        {goals.map(goal => (
          <GoalProgress key={goal.id} goal={goal} personId={banner.personId} />
        ))}
      </LiveRegion>
    </Page>
  )
}
