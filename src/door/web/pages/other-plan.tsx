import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { type ReadCarePlan, type ReadCarePlans, readCarePlans } from '#ground/fhir/care-plan/care-plans.ts'
import type { Rest } from '#ground/fhir/care-plan/rest.ts'
import type { Say } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { personsContributor } from '#work/about-me/who-decides.ts'
import type { OtherPlan } from '#work/other-plan/other-plan.ts'
import { findOtherPlan } from '#work/other-plan/read-other-plans.ts'
import { sameAsNow } from '#work/other-plan/same-as-now.ts'
import { takeOver } from '#work/other-plan/take-over.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { onward, useSay, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { BroughtBy } from '../other-plan/brought-by.tsx'
import { CarePlanPart } from '../other-plan/care-plan-part.tsx'
import { dayWords } from '../other-plan/fact-words.ts'
import { RestPart } from '../other-plan/rest-part.tsx'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

const DOCUMENT = '/people/:person/plan/others/:document'

interface OneDocument {
  readonly Params: { readonly person: string; readonly document: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}

function asked(params: OneDocument['Params']): { personId: string; documentId: string } {
  return { personId: idFrom(params.person), documentId: idFrom(params.document) }
}

/** How many things of one kind are opened on one page. */
const OPENED_MAX = 50

/** Somebody else's plan: in its own words, the rest of its file, and the file as it came. */
export function otherPlanPages(routes: Routes, { store }: WebMeans): void {
  routes.get<OneDocument>(DOCUMENT, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'other-plans' }, access => readShown(tx, access, documentId)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    return drawPage(request, reply, <OtherPlanPage shown={shown.value} done={Done.parse(request.query.done)} />)
  })

  takePages(routes, store)
}

/** Taking one thing over into the person's own plan. */
function takePages(routes: Routes, store: Store): void {
  routes.post<OneDocument>(`${DOCUMENT}/take`, { for: 'visitors', does: 'write' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    const visitor = visitorOf(request)
    const { say } = request.asked
    const fields = TakeFields.safeParse(typedIn(request.body))
    if (!fields.success) throw notShown()
    const wanted = {
      ...fields.data,
      documentId,
      language: say.language,
      source: (plan: ReadCarePlan) => sourceOf(say, plan),
    }
    const taken = await transaction(store, tx =>
      look(tx, visitor.actor, personId, { doing: 'write', place: 'plan' }, access =>
        takeOver(tx, access, wanted, visitor),
      ),
    )
    if (!taken.ok || !taken.value.ok) throw notShown()
    const { became } = taken.value.value
    return onward(
      reply,
      `/people/${personId}/plan/others/${documentId}?done=${became === 'added' ? 'added' : 'offered'}`,
    )
  })

  // Whoever had to sign in before it could be taken over comes back to the plan it stands in.
  routes.get<OneDocument>(`${DOCUMENT}/take`, { for: 'visitors', does: 'nothing' }, async (request, reply) => {
    const { personId, documentId } = asked(request.params)
    return onward(reply, `/people/${personId}/plan/others/${documentId}`)
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

const Done = z.enum(['brought', 'added', 'offered']).optional().catch(undefined)
type Done = z.infer<typeof Done>

const DONE = {
  brought: 'otherPlan.doneBrought',
  added: 'otherPlan.doneAdded',
  offered: 'otherPlan.doneOffered',
} as const

const Place = z.coerce.number().int().min(0).max(100_000)
const TakeFields = z.object({ plan: Place, line: Place, part: z.enum(['needs', 'goals', 'activities']) })

/** Where something comes from, in the reader's language: whose plan, and of which day. */
function sourceOf(say: Say, { by, title, writtenOn }: ReadCarePlan): string {
  const name = by ?? title ?? say('otherPlan.nameless')
  return writtenOn === undefined
    ? say('otherPlan.sourceUndated', { name })
    : say('otherPlan.source', { name, day: dayWords(say, writtenOn) })
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  /** Whether the reader may take things over, at once or as an offer. */
  readonly mayTake: boolean
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
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    mayTake: access.mayContribute(await personsContributor(tx), 'plan'),
    plan: found,
    read,
    same: await sameAsNow(tx, access, found.bytes),
  }
}

function pathOf({ banner, plan }: Shown): string {
  return `/people/${banner.personId}/plan/others/${plan.id}`
}

function OtherPlanPage({ shown, done }: { shown: Shown; done: Done }): JSX.Element {
  const say = useSay()
  const { banner, plan, read, same, isOwn } = shown
  const takes = shown.mayTake && same === undefined
  const title = read.plans[0]?.title ?? say('otherPlan.nameless')
  return (
    <Page
      title={title}
      back={{ href: `/people/${banner.personId}/plan/others`, text: say('otherPlan.title') }}
      banner={<PersonBanner banner={banner} />}
    >
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <h1 class="nhsuk-heading-xl">{say('otherPlan.one')}</h1>
      <p class="nhsuk-hint">
        <BroughtBy plan={plan} />
      </p>
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
        <CarePlanPart
          key={place}
          plan={one}
          taking={takes ? { action: `${pathOf(shown)}/take`, isOwn, plan: place } : undefined}
        />
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
      back={{ href: pathOf(shown), text: say('otherPlan.one') }}
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
