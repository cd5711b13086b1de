import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { readCarriedPlan } from '#work/plan-document/carried-plan.ts'
import { documentOf } from '#work/plan-document/document.ts'
import { asFile } from '../agreement/as-file.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Button } from '../parts/button.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'

interface OnePlan {
  readonly Params: { readonly person: string }
}

/** A copy of the plan to take away: how, and the file itself, which holds what whoever takes it may see. */
export function planCopyPages(routes: Routes, { store, origin }: WebMeans): void {
  routes.get<OnePlan>('/people/:person/plan/copy', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'plan' }, async access => ({
        banner: await pageBanner(tx, access),
        isOwn: isThePerson(access),
        hasPlan: (await readCarriedPlan(tx, access)) !== undefined,
      })),
    )
    if (!shown.ok || !shown.value.hasPlan) throw notShown()
    return drawPage(request, reply, <CopyPage {...shown.value} />)
  })

  routes.get<OnePlan>('/people/:person/plan/copy/file', { for: 'visitors', does: 'export' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const carried = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'export', place: 'plan-copy' }, access => readCarriedPlan(tx, access)),
    )
    if (!carried.ok || carried.value === undefined) throw notShown()
    const { say, now } = request.asked
    const document = documentOf({ plan: carried.value, origin: origin(), say })
    return asFile(reply, `plan-${dayOf(now)}.json`, JSON.stringify(document, undefined, 2))
  })
}

function CopyPage({ banner, isOwn }: { banner: PageBanner; isOwn: boolean }): JSX.Element {
  const { say } = useAsked()
  const plan = `/people/${banner.personId}/plan`
  return (
    <Page
      title={say('planDocument.title')}
      back={{ href: plan, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">{say('planDocument.title')}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'planDocument.ledeOwn' : 'planDocument.lede')}</p>
      <h2 class="nhsuk-heading-m">{say('planDocument.paper')}</h2>
      <p>{say('planDocument.paperWhat')}</p>
      <ActionLink href={`${plan}/booklet`}>{say('booklet.toBooklet')}</ActionLink>
      <h2 class="nhsuk-heading-m">{say('planDocument.file')}</h2>
      <p>{say('planDocument.fileWhat')}</p>
      <p>{say('planDocument.fileFormat')}</p>
      <Button href={`${plan}/copy/file`}>{say('planDocument.download')}</Button>
      {!isOwn && <p class="nhsuk-hint">{say('planDocument.inTrail')}</p>}
    </Page>
  )
}
