import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Bilingual, Key } from '#ground/language/say.ts'
import { type Deferral, type DeferralProblem, deferralsBy, endDeferral } from '#record/sharing/trail/deferral.ts'
import { AGREED_PURPOSES } from '#record/sharing/vocabulary.ts'
import { answeredForNames } from '#work/privacy/privacy-team.ts'
import { putOff } from '#work/privacy/put-off.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { DeferralForm } from '../privacy/deferral-form.tsx'
import { DeferralsTable } from '../privacy/deferrals-table.tsx'
import { officerOf } from '../privacy/officer.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const DEFERRALS = '/privacy-office/deferrals'

/** As long as a form may be. What is missing is said of each field by the act itself. */
const Text = z.string().default('')
const Digits = z.string().regex(/^\d{1,4}$/)
const Fields = z.object({
  number: Text,
  organisation: z.uuid().optional().catch(undefined),
  purpose: z.enum(AGREED_PURPOSES).optional().catch(undefined),
  reason: Text,
  power: Text,
})

/** What an officer's team has put off telling people of, for safeguarding, and putting off more. */
export function privacyDeferralPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get(DEFERRALS, { for: ['privacy-officer'], does: 'nothing', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawDeferrals(request, reply, store, { typed: kept, problems: {}, status: 200 })
  })

  routes.post(DEFERRALS, { for: ['privacy-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = officerOf(request)
    const typed = typedIn(request.body)
    const { number, organisation, ...fields } = Fields.parse(typed)
    const asked = {
      ...fields,
      localId: number,
      organisationId: organisation,
      accountId: undefined,
      endsAt: endOf(typed),
    }
    const made = await transaction(store, tx => putOff(tx, officer, { ...asked, purpose: fields.purpose }))
    if (made.ok) return onward(reply, `${DEFERRALS}?done=made`)
    const problems = { [FIELDS[made.problem]]: made.problem }
    return drawDeferrals(request, reply, store, { typed, problems, status: 422 })
  })

  routes.post<{ Params: { deferral: string } }>(
    `${DEFERRALS}/:deferral/end`,
    { for: ['privacy-officer'], does: 'nothing' },
    async (request, reply) => {
      const officer = officerOf(request)
      const deferralId = idFrom(request.params.deferral)
      const ended = await transaction(store, tx => endDeferral(tx, officer, deferralId))
      if (!ended.ok) throw notShown()
      return onward(reply, `${DEFERRALS}?done=ended`)
    },
  )
}

/** The end of the day that was typed, undefined when it is none. */
function endOf({ day, month, year }: Typed): Date | undefined {
  if (![day, month, year].every(part => Digits.safeParse(part).success)) return undefined
  const iso = `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const end = new Date(`${iso}T23:59:59Z`)
  return end.toString() !== 'Invalid Date' && end.toISOString().startsWith(iso) ? end : undefined
}

/** The field at which each refusal is said. */
const FIELDS = {
  'deferral.numberUnknown': 'number',
  'deferral.notYours': 'organisation',
  'deferral.nothingNamed': 'organisation',
  'deferral.whyMissing': 'reason',
  'deferral.powerMissing': 'power',
  'deferral.endMissing': 'ends',
  'deferral.endPassed': 'ends',
  'deferral.tooLong': 'ends',
} as const satisfies Record<DeferralProblem | 'deferral.numberUnknown', string>

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

async function drawDeferrals(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const { teamId } = officerOf(request)
  const shown = await transaction(store, async tx => ({
    deferrals: await deferralsBy(tx, teamId),
    organisations: await answeredForNames(tx, teamId),
  }))
  const done = z.object({ done: z.enum(['made', 'ended']) }).safeParse(request.query).data?.done
  return drawPage(request, reply, <DeferralsPage {...shown} form={form} done={done} />, form.status)
}

const DONE = { made: 'deferral.made', ended: 'deferral.ended' } as const satisfies Record<string, Key>

interface DeferralsPageProps {
  readonly deferrals: readonly Deferral[]
  readonly organisations: readonly { readonly id: string; readonly name: Bilingual }[]
  readonly form: Form
  readonly done: keyof typeof DONE | undefined
}

function DeferralsPage({ deferrals, organisations, form, done }: DeferralsPageProps): JSX.Element {
  const { say } = useAsked()
  const problems = listedProblems(say, form.problems, field => (field === 'ends' ? 'ends-day' : field))
  const title = say('deferral.title')
  return (
    <Page title={title} problems={problems} back={{ href: '/privacy-office', text: say('privacyOffice.back') }}>
      {done !== undefined && <NotificationBanner success message={say(DONE[done])} />}
      {form.typed !== undefined && problems.length === 0 && <NotificationBanner message={say('question.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('deferral.lede')}</p>
      {deferrals.length === 0 ? (
        <p>{say('deferral.none')}</p>
      ) : (
        <DeferralsTable deferrals={deferrals} organisations={organisations} page={DEFERRALS} />
      )}
      <DeferralForm action={DEFERRALS} organisations={organisations} typed={form.typed} problems={form.problems} />
    </Page>
  )
}
