import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import type { App } from '#work/app/app.ts'
import { startLaunch } from '#work/app/launch.ts'
import { readApps } from '#work/app/read.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

interface ToOpen {
  readonly Params: { readonly person: string; readonly app: string }
}

/** Opening somebody's record with an app: which there are, and the way to one. Source: SMART App Launch 2.2, EHR launch. */
export function personAppsPages(routes: Routes, { store, origin }: WebMeans): void {
  routes.get<ToOpen>('/people/:person/apps', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'app' }, async access => ({
        banner: await pageBanner(tx, access),
        apps: (await readApps(tx)).filter(canBeOpened),
      })),
    )
    if (!shown.ok) throw notShown()
    return drawPage(request, reply, <PersonApps {...shown.value} />)
  })

  routes.get<ToOpen>(
    '/people/:person/apps/:app',
    { for: 'visitors', does: 'look', changes: true },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const appId = idFrom(request.params.app)
      const visitor = visitorOf(request)
      const secret = store.chance.secret()
      const shown = await transaction(store, tx =>
        look(tx, visitor.actor, personId, { doing: 'look', place: 'app' }, async access => {
          const app = (await readApps(tx)).find(one => one.id === appId && canBeOpened(one))
          if (app === undefined) return undefined
          await startLaunch(tx, visitor, { appId, personId: access.personId }, secret)
          return { banner: await pageBanner(tx, access), app }
        }),
      )
      if (!shown.ok || shown.value === undefined) throw notShown()
      const to = new URL(shown.value.app.launchUrl ?? '')
      to.searchParams.set('iss', `${origin()}/fhir`)
      to.searchParams.set('launch', secret)
      return drawPage(request, reply, <OpenOn {...shown.value} to={to} />)
    },
  )
}

function canBeOpened({ standing, launchUrl }: App): boolean {
  return standing === 'open' && launchUrl !== undefined
}

function PersonApps({ banner, apps }: { banner: PageBanner; apps: readonly App[] }): JSX.Element {
  const { say } = useAsked()
  const own = `/people/${banner.personId}`
  const title = say('app.openTitle')
  return (
    <Page title={title} back={{ href: own, text: say('app.openBack') }} banner={<PersonBanner banner={banner} />}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(apps.length === 0 ? 'app.openNone' : 'app.openLede')}</p>
      {apps.map(({ id, name, organisation }) => (
        <Card heading={name} headingLevel={2} headingSize="m" href={`${own}/apps/${id}`} clickable>
          {say.of(organisation)}
        </Card>
      ))}
      <ActionLink href="/my-apps">{say('app.toMine')}</ActionLink>
    </Page>
  )
}

function OpenOn({ banner, app, to }: { banner: PageBanner; app: App; to: URL }): JSX.Element {
  const { say } = useAsked()
  const back = `/people/${banner.personId}/apps`
  return (
    <Page
      title={say('app.openOn')}
      back={{ href: back, text: say('app.openTitle') }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{app.name}</span>
        {say('app.openOn')}
      </h1>
      <p class="nhsuk-lede-text">{say('app.openOnLede')}</p>
      <SummaryList
        rows={[
          { key: say('app.asksWhose'), value: say.of(app.organisation) },
          { key: say('app.openOnAt'), value: to.host },
        ]}
      />
      <Button href={to.href}>{say('app.openOn')}</Button>
    </Page>
  )
}
