import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { type PublishedAgreement, standing } from '#record/sharing/agreement/agreements.ts'
import { type EndProblem, endAgreement } from '#record/sharing/agreement/end.ts'
import { type Preview, previewEnding } from '#record/sharing/preview/preview.ts'
import { AgreementFacts } from '../agreement/agreement-facts.tsx'
import type { Names } from '../agreement/name-list.tsx'
import { findAgreement, readRegister } from '../agreement/read-agreement.ts'
import { SightChanges } from '../agreement/sight-changes.tsx'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { dayIn, typedDay } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Heading } from '../parts/heading.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const END = '/agreements/:hash/end'

interface OneAgreement {
  readonly Params: { readonly hash: string }
}

interface Filled {
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

/** Ending an agreement before its time, by whoever signs for a party. */
export function agreementEndPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneAgreement>(END, { for: ['signatory'], does: 'nothing', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawEnding(request, reply, store, { typed: kept ?? {}, problems: {}, wasKept: kept !== undefined })
  })

  routes.post<OneAgreement>(END, { for: ['signatory'], does: 'nothing' }, async (request, reply) => {
    const { hash } = request.params
    const typed = typedIn(request.body)
    const lastDay = dayIn(typed, 'lastDay')
    const refuse = (problems: Problems, status: number) =>
      drawEnding(request, reply, store, { typed, problems, wasKept: false }, status)
    if (lastDay === undefined || !typed.reason?.trim()) {
      const problems: Problems = {
        ...(!typed.reason?.trim() && { reason: 'agreement.reasonMissing' as const }),
        ...(lastDay === undefined && { lastDay: 'agreement.lastDayMissing' as const }),
      }
      return refuse(problems, 422)
    }
    const end = { lastDay, reason: typed.reason.replaceAll('\r\n', '\n') }
    const ended = await transaction(store, tx => endAgreement(tx, workerOf(request), hash, end))
    if (ended.ok) return onward(reply, `/agreements/${hash}?done=ended`)
    if (ended.problem === 'agreement.unknown') throw notShown()
    const { field, status } = ANSWERS[ended.problem]
    return refuse({ [field]: ended.problem }, status)
  })
}

/** How each refusal is answered, and the field it is said at; `form` when no field is at fault. */
const ANSWERS = {
  'agreement.notAParty': { field: 'form', status: 403 },
  'agreement.notInPost': { field: 'form', status: 403 },
  'agreement.hasEnded': { field: 'form', status: 409 },
  'agreement.lastDayPast': { field: 'lastDay', status: 422 },
  'agreement.reasonMissing': { field: 'reason', status: 422 },
  'agreement.reasonTooLong': { field: 'reason', status: 422 },
} as const satisfies Record<Exclude<EndProblem, 'agreement.unknown'>, { field: string; status: number }>

async function drawEnding(
  request: FastifyRequest<OneAgreement>,
  reply: FastifyReply,
  store: Store,
  filled: Filled,
  status = 200,
): Promise<FastifyReply> {
  const { hash } = request.params
  const { register, preview } = await transaction(store, async tx => ({
    register: await readRegister(tx),
    preview: await previewEnding(tx, hash),
  }))
  const agreement = findAgreement(register, hash)
  if (agreement === undefined) throw notShown()
  const page = <EndPage agreement={agreement} names={register.names} preview={preview} filled={filled} />
  return drawPage(request, reply, page, status)
}

interface EndPageProps {
  readonly agreement: PublishedAgreement
  readonly names: Names
  readonly preview: Preview
  readonly filled: Filled
}

function EndPage({ agreement, names, preview, filled }: EndPageProps): JSX.Element {
  const { say, now } = useAsked()
  const listed = listedProblems(say, filled.problems, field => (field === 'lastDay' ? 'lastDay-day' : field))
  const title = say('signing.endTitle')
  const isOpen = standing(agreement, dayOf(now)) === 'in-force'
  return (
    <Page title={title} problems={listed} back={{ href: '/agreements/to-sign', text: say('signing.toSign') }}>
      {filled.wasKept && <NotificationBanner message={say('signing.kept')} />}
      <Heading level={1} size="l" caption={say.of(agreement.content.title)}>
        {title}
      </Heading>
      <p>{say('signing.endLede')}</p>
      <AgreementFacts agreement={agreement} today={dayOf(now)} names={names} />
      {isOpen && <SightChanges heading={say('signing.losses')} preview={preview} names={names} />}
      <EndForm agreement={agreement} filled={filled} />
    </Page>
  )
}

function EndForm({
  agreement,
  filled: { typed, problems },
}: Pick<EndPageProps, 'agreement' | 'filled'>): JSX.Element | null {
  const { say, now, visitor } = useAsked()
  if (agreement.ended !== undefined) return null
  const own = visitor?.post?.organisationCode
  if (!agreement.content.parties.some(({ organisation }) => organisation === own))
    return <InsetText>{say('agreement.notAParty')}</InsetText>
  const saidOf = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action={`/agreements/${agreement.hash}/end`} noValidate class="app-form">
      <Textarea
        name="reason"
        label={say('signing.endReason')}
        labelSize="m"
        hint={say('signing.endReasonHint')}
        value={typed.reason}
        error={saidOf('reason')}
      />
      <DateInput
        id="lastDay"
        name="lastDay"
        legend={say('signing.endLastDay')}
        legendSize="m"
        hint={say('signing.endLastDayHint', { day: say.day(dayBefore(dayOf(now))) })}
        value={typedDay(typed, 'lastDay')}
        error={saidOf('lastDay')}
      />
      <Button preventDoubleClick variant="warning">
        {say('signing.end')}
      </Button>
    </form>
  )
}

function dayBefore(day: string): string {
  const before = new Date(`${day}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}
