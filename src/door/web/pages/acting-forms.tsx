import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type OpenInvitation, openInvitations } from '#record/sharing/relationship/invitation.ts'
import { readActing } from '#record/sharing/representative/read-acting.ts'
import { type Recordable, whoMayBeRecorded } from '#record/sharing/representative/record.ts'
import type { ActingForm } from '../acting/acting-form.tsx'
import { decisionForm, statementForm } from '../acting/ahead-forms.tsx'
import { findingForm } from '../acting/finding-form.tsx'
import { powerForm } from '../acting/power-form.tsx'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { InvitationCode } from '../family/invitation-code.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const FORM = '/people/:person/acting/:form'

interface OneForm {
  readonly Params: { readonly person: string; readonly form: string }
}

const FORMS: ReadonlyMap<string, ActingForm> = new Map([
  ['power', powerForm],
  ['finding', findingForm],
  ['decision', decisionForm],
  ['statement', statementForm],
])

/** The four forms about who may act and what was found or decided, each at the address it is sent to. */
export function actingFormPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneForm>(FORM, { for: 'workers', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed: kept ?? {}, problems: {} }, 200)
  })

  routes.post<OneForm>(FORM, { for: 'workers', does: ['write', 'look'] }, async (request, reply) => {
    const form = formOf(request)
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const problems = form.wrongIn(typed)
    if (Object.keys(problems).length > 0) return draw(request, reply, store, { typed, problems }, 422)
    const did = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'acting' }, access => form.act(tx, access, typed)),
    )
    if (!did.ok) throw notShown()
    if (did.value.ok) return onward(reply, `/people/${personId}/acting?done=noted`)
    const { problem } = did.value
    return draw(request, reply, store, { typed, problems: { [form.fields[problem] ?? 'form']: problem } }, 422)
  })
}

function formOf({ params }: FastifyRequest<OneForm>): ActingForm {
  const form = FORMS.get(params.form)
  if (form === undefined) throw notShown()
  return form
}

interface Sent {
  readonly typed: Typed
  readonly problems: Problems
}

interface Shown {
  readonly banner: PageBanner
  readonly recordable: readonly Recordable[]
  readonly codes: readonly OpenInvitation[]
}

async function draw(request: FastifyRequest<OneForm>, reply: FastifyReply, store: Store, sent: Sent, status: number) {
  const form = formOf(request)
  const personId = idFrom(request.params.person)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'acting' }, access => readShown(tx, access, form)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  return drawPage(request, reply, <FormPage form={form} shown={shown.value} sent={sent} />, status)
}

/** Undefined for whoever may not fill in this form. */
async function readShown(tx: Tx, access: Access, form: ActingForm): Promise<Shown | undefined> {
  const acting = await readActing(tx, access)
  if (!acting.ok || !acting.value.mayNote || (form === findingForm && !acting.value.mayFind)) return undefined
  const banner = await pageBanner(tx, access)
  const { personId } = access
  const isPower = form === powerForm
  return {
    banner,
    recordable: isPower ? await whoMayBeRecorded(tx, personId) : [],
    codes: isPower ? await openInvitations(tx, { personId, purpose: 'representative' }) : [],
  }
}

function FormPage({ form, shown, sent }: { form: ActingForm; shown: Shown; sent: Sent }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, recordable, codes } = shown
  const own = `/people/${banner.personId}`
  const title = say.plain(form.title)
  const wrong = listedProblems(say, sent.problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${own}/acting`, text: say('acting.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <form method="post" action={path} noValidate>
        <form.Fields shown={{ ...sent, recordable, codes }} />
        <Button preventDoubleClick>{say('acting.record')}</Button>
      </form>
      {form === powerForm && <Codes codes={codes} action={`${own}/acting`} />}
    </Page>
  )
}

/** A code for somebody who is not family: they enter it, and are in the list. */
function Codes({ codes, action }: { codes: readonly OpenInvitation[]; action: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      {codes.length > 0 && <h2 class="nhsuk-heading-m">{say('acting.codes')}</h2>}
      {codes.map(({ id, code, endsAt, entered }) => (
        <div key={id}>
          <InvitationCode code={code} />
          <p>{entered?.name ?? say('family.codeUntil', { day: say.weekday(endsAt) })}</p>
        </div>
      ))}
      <form method="post" action={action}>
        <input type="hidden" name="act" value="invite" />
        <Button variant="secondary" preventDoubleClick>
          {say('acting.makeCode')}
        </Button>
      </form>
    </>
  )
}
