import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { writableParts } from '#work/conversation/contributor.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { mayTakeWholeStance, takeWholeStance } from '#work/plan/whole-stance.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Filled, listed } from '../plan/filled.ts'
import { StanceFields } from '../plan/item-forms.ts'
import { planTitle } from '../plan/plan-title.ts'
import { StanceForm } from '../plan/stance-form.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const PATH = '/people/:person/plan/agree'

interface OnePerson {
  readonly Params: { readonly person: string }
}

/** Agreeing or disagreeing with the whole plan as it is. */
export function planAgreePage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePerson>(PATH, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(store, request, reply, { typed, problems: {} })
  })

  routes.post<OnePerson>(PATH, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const visitor = visitorOf(request)
    const typed = typedIn(request.body)
    const read = StanceFields.safeParse({ ...typed, version: '1' })
    if (!read.success) return draw(store, request, reply, { typed, problems: problemsOf(read.error) })
    const { agrees, words, key } = read.data
    const taken = await transaction(store, tx =>
      look(tx, visitor.actor, personId, { doing: 'write', place: 'plan' }, access =>
        takeWholeStance(tx, access, { agrees: agrees === 'yes', words, key }, visitor),
      ),
    )
    if (!(taken.ok && taken.value.ok)) throw notShown()
    return onward(reply, `/people/${personId}/plan?done=${agrees === 'yes' ? 'agreed' : 'disagreed'}`)
  })
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
}

async function draw(
  store: Store,
  request: FastifyRequest<OnePerson>,
  reply: FastifyReply,
  form: Form,
): Promise<FastifyReply> {
  const shown = await transaction(store, tx =>
    look(
      tx,
      visitorOf(request).actor,
      idFrom(request.params.person),
      { doing: 'look', place: 'plan' },
      async access => ({ may: mayTakeWholeStance(access), ...(await readShown(tx, access)) }),
    ),
  )
  if (!(shown.ok && shown.value.may)) throw notShown()
  const status = Object.keys(form.problems).length === 0 ? 200 : 422
  return drawPage(request, reply, <AgreePage {...shown.value} form={form} formKey={store.chance.id()} />, status)
}

async function readShown(tx: Tx, access: Access) {
  const mayAsk = (await writableParts(tx, access)).length > 0
  return { banner: await pageBanner(tx, access), isOwn: isThePerson(access), mayAsk }
}

interface AgreePageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  /** Whether the reader may write in the conversation, and so ask. */
  readonly mayAsk: boolean
  readonly form: Form
  readonly formKey: string
}

function AgreePage({ banner, isOwn, mayAsk, form: { typed, problems }, formKey }: AgreePageProps): JSX.Element {
  const { say } = useAsked()
  const plan = planTitle(say, { isOwn, name: banner.name })
  const title = say('plan.titleOf', { item: say('plan.whole'), plan })
  const filled: Filled | undefined = typed && {
    form: 'stance',
    proposalId: undefined,
    typed,
    problems,
    wasKept: false,
  }
  const wrong = filled === undefined ? [] : listed(say, filled)
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${person}/plan`, text: plan }}
      banner={<PersonBanner banner={banner} href={person} />}
    >
      <h1 class="nhsuk-heading-l">{say('plan.whole')}</h1>
      <p>{say('plan.wholeWhat')}</p>
      <StanceForm
        asks={say('plan.wholeAsked')}
        version={1}
        action={`${person}/plan/agree`}
        formKey={formKey}
        filled={filled}
      />
      {mayAsk && (
        <Button href={`${person}/conversation/write?kind=question`} variant="secondary">
          {say('conversation.askAboutPlan')}
        </Button>
      )}
    </Page>
  )
}
