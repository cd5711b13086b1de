import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { type ReadCarePlans, readCarePlans } from '#ground/fhir/care-plan/care-plans.ts'
import type { Rest } from '#ground/fhir/care-plan/rest.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import type { OtherPlan } from '#work/other-plan/other-plan.ts'
import { findOtherPlan } from '#work/other-plan/read-other-plans.ts'
import { sameAsNow } from '#work/other-plan/same-as-now.ts'
import { useSay, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { CarePlanPart } from '../other-plan/care-plan-part.tsx'
import { RestPart } from '../other-plan/rest-part.tsx'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

const DOCUMENT = '/people/:person/plan/others/:document'

interface OneDocument {
  readonly Params: { readonly person: string; readonly document: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}

/** How many things of one kind are opened on one page. */
const OPENED_MAX = 50

/** Somebody else's plan: in its own words, the rest of its file, and the file as it came. */
export function otherPlanPages(routes: Routes, { store }: WebMeans): void {
  const asked = (params: OneDocument['Params']) => ({
    personId: idFrom(params.person),
    documentId: idFrom(params.document),
  })

  routes.get<OneDocument>(DOCUMENT, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'other-plans' }, access => readShown(tx, access, documentId)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    return drawPage(request, reply, <OtherPlanPage shown={shown.value} isNew={request.query.done === 'brought'} />)
  })

  routes.get<OneDocument>(`${DOCUMENT}/rest`, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'other-plans' }, access => readShown(tx, access, documentId)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    const { type, from } = request.query
    const rest = shown.value.read.rest.filter(one => one.type === type)
    if (rest.length === 0) throw notShown()
    const start = typeof from === 'string' && /^\d{1,5}$/.test(from) ? Number(from) : 0
    return drawPage(request, reply, <RestPage shown={shown.value} type={String(type)} rest={rest} start={start} />)
  })

  routes.get<OneDocument>(`${DOCUMENT}/file`, { for: 'visitors', does: 'export' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    const { actor } = visitorOf(request)
    const found = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'export', place: 'other-plans' }, access =>
        findOtherPlan(tx, access, documentId),
      ),
    )
    if (!found.ok || found.value === undefined) throw notShown()
    return reply
      .type('application/fhir+json')
      .header('content-disposition', `attachment; filename="plan-${documentId}.json"`)
      .header('cross-origin-resource-policy', 'same-origin')
      .send(found.value.bytes)
  })
}

interface Shown {
  readonly banner: PageBanner
  readonly plan: OtherPlan
  readonly read: ReadCarePlans
  /** Where the file is a copy of this very plan: of when, and how much has changed since. */
  readonly same: { readonly takenAt: Date; readonly changed: number } | undefined
}

async function readShown(tx: Tx, access: Access, documentId: string): Promise<Shown | undefined> {
  const found = await findOtherPlan(tx, access, documentId)
  if (found === undefined) return undefined
  const read = readCarePlans(found.bytes)
  if (typeof read === 'string') throw new Error(`a plan that was kept cannot be read: ${read}`)
  return { banner: await pageBanner(tx, access), plan: found, read, same: await sameAsNow(tx, access, found.bytes) }
}

function pathOf({ banner, plan }: Shown): string {
  return `/people/${banner.personId}/plan/others/${plan.id}`
}

function OtherPlanPage({ shown, isNew }: { shown: Shown; isNew: boolean }): JSX.Element {
  const say = useSay()
  const { banner, plan, read, same } = shown
  const title = read.plans[0]?.title ?? say('otherPlan.nameless')
  return (
    <Page
      title={title}
      back={{ href: `/people/${banner.personId}/plan/others`, text: say('otherPlan.title') }}
      banner={<PersonBanner banner={banner} />}
    >
      {isNew && <NotificationBanner success message={say('otherPlan.doneBrought')} />}
      <h1 class="nhsuk-heading-xl">{say.of(plan.contributor)}</h1>
      <InsetText>
        {same === undefined ? (
          <p>{say('otherPlan.whole')}</p>
        ) : (
          <p>
            {say('otherPlan.ours', { day: say.day(same.takenAt) })}{' '}
            {same.changed === 0 ? say('otherPlan.oursSame') : say('otherPlan.oursChanged', { count: same.changed })}
          </p>
        )}
      </InsetText>
      {read.plans.map((one, place) => (
        <CarePlanPart key={place} plan={one} />
      ))}
      <RestPart rest={read.rest} at={pathOf(shown)} />
      <Button href={`${pathOf(shown)}/file`} variant="secondary">
        {say('otherPlan.download')}
      </Button>
    </Page>
  )
}

interface RestPageProps {
  readonly shown: Shown
  readonly type: string
  readonly rest: readonly Rest[]
  readonly start: number
}

function RestPage({ shown, type, rest, start }: RestPageProps): JSX.Element {
  const say = useSay()
  const title = say('otherPlan.restTitle', { type })
  const next = start + OPENED_MAX
  return (
    <Page
      title={title}
      back={{ href: pathOf(shown), text: say.of(shown.plan.contributor) }}
      banner={<PersonBanner banner={shown.banner} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <ol class="app-rest" start={start + 1}>
        {rest.slice(start, next).map(({ id, leaves }, place) => (
          <li key={place}>
            {id !== '' && <p class="app-rest__id">{id}</p>}
            <ul>
              {leaves.map(({ path, value }) => (
                <li key={path}>
                  <span class="app-rest__path">{path}</span> {value}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {next < rest.length && (
        <p>
          <a href={`${pathOf(shown)}/rest?type=${encodeURIComponent(type)}&from=${next}`}>
            {say('otherPlan.restMore')}
          </a>
        </p>
      )}
    </Page>
  )
}
