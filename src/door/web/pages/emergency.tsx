import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { closeEmergency } from '#record/sharing/emergency/close.ts'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'
import { openEmergency } from '#record/sharing/emergency/open.ts'
import { type OpenEmergency, openEmergenciesOf } from '#record/sharing/emergency/read-own.ts'
import { EMERGENCY_ROLE_LIST, EMERGENCY_ROLES, type EmergencyScope } from '#record/sharing/emergency/roles.ts'
import { emergenciesOfWorker } from '#record/sharing/emergency/worker-emergencies.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { EMERGENCY_ANSWERS, readEmergency } from '../emergency/emergency-fields.ts'
import { EmergencyForm } from '../emergency/emergency-form.tsx'
import { WhatCameOfIt } from '../emergency/what-came-of-it.tsx'
import { WhatHappens } from '../emergency/what-happens.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
  readonly wasClosed?: boolean
}

/** Opening a record that no clause opens, because it cannot wait; closing it again. */
export function emergencyPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get('/emergency', { for: EMERGENCY_ROLE_LIST, does: 'list', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    const wasClosed = (request.query as { readonly done?: unknown }).done === 'closed'
    return drawForm(request, reply, store, { typed, problems: {}, status: 200, wasClosed })
  })

  routes.post('/emergency', { for: EMERGENCY_ROLE_LIST, does: ['emergency', 'list'] }, async (request, reply) => {
    const actor = workerOf(request)
    const typed = typedIn(request.body)
    const read = readEmergency(typed)
    if (!read.ok) return drawForm(request, reply, store, { typed, problems: read.problems, status: 422 })
    const { key, ...asked } = read.asked
    const opened = await transactionInTurn(store, tx => openEmergency(tx, actor, { ...asked, id: key ?? tx.newId() }))
    if (opened.ok) return onward(reply, `/people/${opened.value.personId}`)
    const { status, field } = EMERGENCY_ANSWERS[opened.problem]
    return drawForm(request, reply, store, { typed, problems: { [field]: opened.problem }, status })
  })

  routes.post<{ Params: { emergency: string } }>(
    '/emergency/:emergency/close',
    { for: 'workers', does: 'nothing' },
    async (request, reply) => {
      const emergencyId = idFrom(request.params.emergency)
      const closed = await transaction(store, tx => closeEmergency(tx, workerOf(request), emergencyId))
      if (!closed.ok) throw notShown()
      return onward(reply, '/emergency?done=closed')
    },
  )
}

async function drawForm(request: FastifyRequest, reply: FastifyReply, store: Store, form: Form): Promise<FastifyReply> {
  const actor = workerOf(request)
  const scope = EMERGENCY_ROLES[actor.role]
  if (scope === undefined) throw notShown()
  const shown = await transaction(store, tx => readShown(tx, actor))
  return drawPage(request, reply, <EmergencyPage scope={scope} shown={shown} form={form} />, form.status)
}

/** What the worker has open now, by the name that it shows them. */
interface Shown {
  readonly open: readonly (OpenEmergency & { readonly name: string })[]
  readonly lately: readonly Emergency[]
  readonly formKey: string
}

async function readShown(tx: Tx, actor: WorkerActor): Promise<Shown> {
  const open = await openEmergenciesOf(tx, actor)
  const pairs = [...new Set(open.map(({ personId }) => personId))].map(personId => ({ actor, personId }))
  const names = await lookAtMany(tx, pairs, { doing: 'list', place: 'emergency' }, async accesses => {
    const banners = await bannersOf(tx, accesses)
    return new Map(accesses.map(({ personId }, place) => [personId, banners[place]?.name ?? '']))
  })
  return {
    open: open.map(one => ({ ...one, name: names.get(one.personId) ?? '' })),
    lately: await emergenciesOfWorker(tx, actor),
    formKey: tx.newId(),
  }
}

function EmergencyPage({ scope, shown, form }: { scope: EmergencyScope; shown: Shown; form: Form }): JSX.Element {
  const { say } = useAsked()
  const title = say('emergency.title')
  const problems = listedProblems(say, form.problems, field => (field === 'birthDate' ? 'birthDate-day' : field))
  const wasKept = form.typed !== undefined && problems.length === 0
  return (
    <Page title={title} problems={problems}>
      {wasKept && <NotificationBanner message={say('emergency.kept')} />}
      {form.wasClosed && <NotificationBanner success message={say('emergency.closedNow')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('emergency.lede')}</p>
      {shown.open.length > 0 && <OpenNow open={shown.open} />}
      <WhatHappens scope={scope} />
      <EmergencyForm scope={scope} formKey={shown.formKey} typed={form.typed ?? {}} problems={form.problems} />
      {shown.lately.length > 0 && <WhatCameOfIt emergencies={shown.lately} />}
    </Page>
  )
}

function OpenNow({ open }: { open: Shown['open'] }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('emergency.openNow')}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {open.map(({ id, personId, name, closesAt }) => (
          <li key={id}>
            <a href={`/people/${personId}`}>{name}</a>, {say('emergency.openUntil', { time: say.time(closesAt) })}
          </li>
        ))}
      </ul>
    </>
  )
}
