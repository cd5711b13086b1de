import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import type { App } from '#work/app/app.ts'
import { readApps } from '#work/app/read.ts'
import { takeAppStep } from '#work/app/step.ts'
import { AppState } from '../app/app-state.tsx'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

/** Who answers for what is registered; a privacy officer confirms. */
const READERS = ['integration-officer', 'privacy-officer'] as const

const Fields = z
  .object({ step: z.enum(['confirmed', 'closed']), reason: z.string().trim().max(500).optional() })
  .refine(({ step, reason }) => step !== 'closed' || reason)

/** The apps that were registered, for the officers who answer for them. */
export function appsPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/apps', { for: READERS, does: 'nothing' }, async (request, reply) => {
    const apps = await transaction(store, readApps)
    return drawPage(request, reply, <AppsPage apps={apps} done={typedIn(request.query).done} />)
  })

  routes.post<{ Params: { app: string } }>(
    '/apps/:app/step',
    { for: READERS, does: 'nothing' },
    async (request, reply) => {
      const fields = Fields.safeParse(typedIn(request.body))
      if (!fields.success) throw new ProblemError('app.closeWhyMissing', 422)
      const { step, reason } = fields.data
      const id = idFrom(request.params.app)
      const taken = await transactionInTurn(store, tx => takeAppStep(tx, workerOf(request), id, { step, reason }))
      if (!taken.ok) throw notShown()
      return onward(reply, `/apps?done=${step}#app-${id}`)
    },
  )
}

const DONE = { confirmed: 'app.confirmed', closed: 'app.closed', registered: 'app.registered' } as const

function AppsPage({ apps, done }: { apps: readonly App[]; done: string | undefined }): JSX.Element {
  const { say, visitor } = useAsked()
  const message = done !== undefined && Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : undefined
  return (
    <Page title={say('app.title')}>
      {message && <NotificationBanner success message={say(message)} />}
      <h1 class="nhsuk-heading-xl">{say('app.title')}</h1>
      <p class="nhsuk-lede-text">{say('app.lede')}</p>
      {apps.length === 0 && <p>{say('app.none')}</p>}
      {apps.map(app => (
        <AppState key={app.id} app={app} />
      ))}
      {visitor?.post?.role === 'integration-officer' && (
        <ActionLink href="/apps/register">{say('app.register')}</ActionLink>
      )}
    </Page>
  )
}
