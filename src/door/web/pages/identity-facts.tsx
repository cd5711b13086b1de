import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { StandingFact } from '#work/privacy/identity-facts/known-record.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { FactForm } from '../identity-facts/fact-form.tsx'
import { FACT_FORMS } from '../identity-facts/forms.tsx'
import { StandingFacts } from '../identity-facts/standing-facts.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { officerOf } from '../privacy/officer.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const FACTS = '/privacy-office/identities'
const FACT = '/privacy-office/identities/:fact'

interface OneFact {
  readonly Params: { readonly fact: string }
}

/** What a privacy office alone records about identities: one list of what, and a form for each. */
export function identityFactPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get(FACTS, { for: ['privacy-officer'], does: 'nothing' }, (request, reply) => {
    officerOf(request)
    return drawPage(request, reply, <FactsPage />)
  })

  routes.get<OneFact>(FACT, { for: ['privacy-officer'], does: 'nothing', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawFact(request, reply, store, { typed: kept ?? {}, problems: {}, status: 200 })
  })

  routes.post<OneFact>(FACT, { for: ['privacy-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = officerOf(request)
    const form = formOf(request)
    const typed = typedIn(request.body)
    const problems = form.wrongIn(typed)
    if (Object.keys(problems).length > 0) return drawFact(request, reply, store, { typed, problems, status: 422 })
    const made = await transactionInTurn(store, tx => form.act(tx, officer, typed))
    if (made.ok) return onward(reply, `${FACTS}/${request.params.fact}?done=recorded`)
    const [field, words] = form.refusals[made.problem]!
    return drawFact(request, reply, store, { typed, problems: { [field]: words }, status: 422 })
  })

  routes.post<{ Params: { fact: string; standing: string } }>(
    `${FACT}/:standing/lift`,
    { for: ['privacy-officer'], does: 'nothing' },
    async (request, reply) => {
      const officer = officerOf(request)
      const { standing } = formOf(request)
      const id = idFrom(request.params.standing)
      const lifted = standing && (await transactionInTurn(store, tx => standing.lift(tx, officer, id)))
      if (!lifted?.ok) throw notShown()
      return onward(reply, `${FACTS}/${request.params.fact}?done=lifted`)
    },
  )
}

function formOf({ params }: FastifyRequest<OneFact>): FactForm {
  const form = FACT_FORMS.get(params.fact)
  if (form === undefined) throw notShown()
  return form
}

interface Sent {
  readonly typed: Typed
  readonly problems: Problems
  readonly status: number
}

async function drawFact(
  request: FastifyRequest<OneFact>,
  reply: FastifyReply,
  store: Store,
  sent: Sent,
): Promise<FastifyReply> {
  const officer = officerOf(request)
  const form = formOf(request)
  const { standing: listed } = form
  const standing = listed === undefined ? [] : await transaction(store, tx => listed.list(tx, officer))
  const done = z.object({ done: z.enum(['recorded', 'lifted']) }).safeParse(request.query).data?.done
  return drawPage(request, reply, <FactPage form={form} sent={sent} standing={standing} done={done} />, sent.status)
}

function FactsPage(): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('identityFact.title')} back={{ href: '/privacy-office', text: say('privacyOffice.back') }}>
      <h1 class="nhsuk-heading-xl">{say('identityFact.title')}</h1>
      <p class="nhsuk-lede-text">{say('identityFact.lede')}</p>
      <ul class="nhsuk-list">
        {[...FACT_FORMS].map(([fact, { title }]) => (
          <li key={fact}>
            <a href={`${FACTS}/${fact}`}>{say.plain(title)}</a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface FactPageProps {
  readonly form: FactForm
  readonly sent: Sent
  readonly standing: readonly StandingFact[]
  readonly done: 'recorded' | 'lifted' | undefined
}

function FactPage({ form, sent, standing, done }: FactPageProps): JSX.Element {
  const { say, path } = useAsked()
  const action = path.split('?')[0]!
  const title = say.plain(form.title)
  const problems = listedProblems(say, sent.problems)
  return (
    <Page title={title} problems={problems} back={{ href: FACTS, text: say('identityFact.back') }}>
      {done === 'recorded' && <NotificationBanner success message={say.plain(form.done)} />}
      {done === 'lifted' && <NotificationBanner success message={say('identityFact.lifted')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say.plain(form.lede)}</p>
      <form method="post" action={action} noValidate class="app-form">
        <form.Fields shown={sent} />
        <Button preventDoubleClick>{say('identityFact.record')}</Button>
      </form>
      {standing.length > 0 && <StandingFacts facts={standing} kinds={form.standing?.kinds} action={action} />}
    </Page>
  )
}
