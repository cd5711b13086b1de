import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readActing } from '#record/sharing/representative/read-acting.ts'
import { mayRecord } from '#work/assessment/council.ts'
import type { Gone } from '#work/assessment/known/collect.ts'
import { whatIsKnown } from '#work/assessment/known/known.ts'
import { readAssessments } from '#work/assessment/statutory/read-assessments.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'
import { KnownPart, PUT_RIGHT } from './known-part.tsx'
import type { FormShown, RecordForm } from './record-form.tsx'

interface OneForm {
  readonly Params: { readonly person: string; readonly assessment?: string }
}

interface Tried {
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

/** Adds a form of the three records, at the address it is sent to. */
export function formPages<Fields>(
  routes: Routes,
  { store, visits }: WebMeans,
  path: string,
  form: RecordForm<Fields>,
): void {
  const draw = async (request: FastifyRequest<OneForm>, reply: FastifyReply, tried: Tried | undefined) => {
    const { actor } = visitorOf(request)
    const { personId, assessmentId } = aboutOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'assessment' }, access => readForm(tx, access, assessmentId)),
    )
    if (!shown.ok) throw notShown()
    const writer = { name: actor.name, language: request.asked.say.language, today: dayOf(request.asked.now) }
    const empty: FormShown = { ...shown.value, typed: {}, problems: {} }
    if (!form.mayUse(empty)) throw notShown()
    const typed = tried?.typed ?? { ...form.first(empty, writer), key: store.chance.id() }
    const page = <FormPage form={form} shown={{ ...empty, typed, problems: tried?.problems ?? {} }} tried={tried} />
    return drawPage(request, reply, page, Object.keys(tried?.problems ?? {}).length > 0 ? 422 : 200)
  }

  routes.get<OneForm>(path, { for: 'workers', does: 'look', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, typed && { typed, problems: {}, wasKept: true })
  })

  routes.post<OneForm>(path, { for: 'workers', does: ['write', 'look'] }, async (request, reply) => {
    const { personId, assessmentId = '' } = aboutOf(request)
    const typed = typedIn(request.body)
    const read = form.fields.safeParse(typed)
    const tried = { typed, wasKept: false }
    if (!read.success) return draw(request, reply, { ...tried, problems: problemsOf(read.error) })
    const sent = { fields: read.data, gone: goneIn(typed), key: (typed.key ?? '').slice(0, 100), assessmentId }
    const acted = await transaction(store, tx =>
      look(tx, workerOf(request), personId, { doing: 'write', place: 'assessment' }, access =>
        form.act(tx, access, sent),
      ),
    )
    if (!acted.ok) throw notShown()
    if (acted.value.ok) return onward(reply, `/people/${personId}/${acted.value.value}?done=kept`)
    const { problem } = acted.value
    if (problem === 'assessment.notShown') throw notShown()
    return draw(request, reply, { ...tried, problems: { [form.faultAt[problem] ?? 'form']: problem } })
  })
}

function aboutOf({ params }: FastifyRequest<OneForm>) {
  return {
    personId: idFrom(params.person),
    assessmentId: params.assessment === undefined ? undefined : idFrom(params.assessment),
  }
}

function goneIn(typed: Typed): Gone {
  const instead = PUT_RIGHT.map(field => [field, (typed[`instead-${field}`] ?? '').slice(0, 1000)] as const)
  return { through: typed.through === 'yes', instead: Object.fromEntries(instead) }
}

async function readForm(tx: Tx, access: Access, assessmentId: string | undefined) {
  const acting = await readActing(tx, access)
  return {
    banner: await pageBanner(tx, access),
    may: await mayRecord(tx, access),
    known: await whatIsKnown(tx, access),
    findings: acting.ok ? acting.value.findings.filter(({ counts }) => counts) : [],
    assessment:
      assessmentId === undefined
        ? undefined
        : (await readAssessments(tx, access)).find(({ id }) => id === assessmentId),
  }
}

interface FormPageProps<Fields> {
  readonly form: RecordForm<Fields>
  readonly shown: FormShown
  readonly tried: Tried | undefined
}

function FormPage<Fields>({ form, shown, tried }: FormPageProps<Fields>): JSX.Element {
  const { say, path } = useAsked()
  const { banner, typed, problems, known } = shown
  const own = `/people/${banner.personId}`
  const title = say.plain(form.title)
  const wrong = listedProblems(say, problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${own}/assessments`, text: say('assessment.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {tried?.wasKept && <NotificationBanner message={say('assessment.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say.plain(form.lede)}</p>
      <form method="post" action={path.split('?')[0]} noValidate class="app-form">
        <input type="hidden" name="key" value={typed.key ?? ''} />
        {form.known !== 'not-shown' && (
          <KnownPart known={known} typed={form.known === 'gone-through' ? typed : undefined} />
        )}
        <form.Fields shown={shown} />
        <Button preventDoubleClick>{say.plain(form.send)}</Button>
      </form>
    </Page>
  )
}
