import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { type ClaimProblem, claimableTies, claimTie, type NewClaim } from '#record/sharing/relationship/claim.ts'
import { AGREED_RELATIONSHIPS, type RelationshipKind } from '#record/sharing/vocabulary.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { dayIn, typedDay } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Input } from '../parts/input.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface WithDone {
  readonly Querystring: { readonly done?: string }
}

/** A worker says that they work with somebody who is not on their list. The answer never says whether there is anybody. */
export function claimPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<WithDone>('/claim', { for: 'workers', does: 'nothing', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed, problems: {}, isDone: request.query.done === 'said', status: 200 })
  })

  routes.post('/claim', { for: 'workers', does: 'write' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const read = claimIn(typed)
    if ('problems' in read)
      return draw(request, reply, store, { typed, problems: read.problems, isDone: false, status: 422 })
    const said = await transactionInTurn(store, tx => claimTie(tx, workerOf(request), read.claim))
    if (said.ok) return onward(reply, '/claim?done=said')
    const problems = { [FIELDS[said.problem]]: said.problem }
    return draw(request, reply, store, { typed, problems, isDone: false, status: STATUS[said.problem] ?? 422 })
  })
}

const FIELDS = {
  'claim.notForYourJob': 'form',
  'claim.kindMissing': 'kind',
  'claim.reasonMissing': 'reason',
  'claim.reasonTooLong': 'reason',
  'claim.tooMany': 'form',
} as const satisfies Record<ClaimProblem, string>
const STATUS: Partial<Record<ClaimProblem, number>> = { 'claim.notForYourJob': 403, 'claim.tooMany': 429 }

function claimIn(typed: Typed): { readonly claim: NewClaim } | { readonly problems: Problems } {
  const nhsNumber = parseNhsNumber(typed.number ?? '')
  const birthDate = dayIn(typed, 'born')
  const kind = AGREED_RELATIONSHIPS.find(one => one === typed.kind)
  const reason = (typed.reason ?? '').replaceAll('\r\n', '\n')
  if (nhsNumber !== undefined && birthDate !== undefined && kind !== undefined && reason.trim() !== '')
    return { claim: { nhsNumber, birthDate, kind, reason, key: (typed.key ?? '').slice(0, 100) } }
  return {
    problems: {
      ...(nhsNumber === undefined && { number: 'claim.numberWrong' }),
      ...(birthDate === undefined && { 'born-day': 'claim.bornWrong' }),
      ...(kind === undefined && { kind: 'claim.kindMissing' }),
      ...(reason.trim() === '' && { reason: 'claim.reasonMissing' }),
    },
  }
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly isDone: boolean
  readonly status: number
}

async function draw(request: FastifyRequest, reply: FastifyReply, store: Store, form: Form) {
  const worker = workerOf(request)
  const kinds = await transaction(store, tx => claimableTies(tx, worker))
  return drawPage(request, reply, <ClaimPage kinds={kinds} form={form} formKey={store.chance.id()} />, form.status)
}

interface ClaimProps {
  readonly kinds: readonly RelationshipKind[]
  readonly form: Form
  readonly formKey: string
}

function ClaimPage({ kinds, form, formKey }: ClaimProps): JSX.Element {
  const { say } = useAsked()
  const title = say('claim.title')
  const wrong = listedProblems(say, form.problems)
  return (
    <Page title={title} problems={wrong} back={{ href: '/people', text: say('people.title') }}>
      {form.isDone && <NotificationBanner success message={say('claim.done')} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {kinds.length === 0 ? (
        <p>{say('claim.notForYourJob')}</p>
      ) : (
        <>
          <p>{say('claim.lede')}</p>
          <InsetText>{say('claim.told')}</InsetText>
          <ClaimForm kinds={kinds} form={form} formKey={formKey} />
        </>
      )}
    </Page>
  )
}

function ClaimForm({ kinds, form: { typed, problems }, formKey }: ClaimProps): JSX.Element {
  const { say } = useAsked()
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action="/claim" noValidate>
      <input type="hidden" name="key" value={typed?.key || formKey} />
      <Input
        name="number"
        label={say('claim.number')}
        labelSize="m"
        width={20}
        code
        inputmode="numeric"
        autocomplete="off"
        value={typed?.number}
        error={problem('number')}
      />
      <DateInput
        id="born"
        name="born"
        legend={say('claim.born')}
        legendSize="m"
        value={typedDay(typed ?? {}, 'born')}
        error={problem('born-day')}
      />
      <Radios
        name="kind"
        legend={say('claim.kind')}
        legendSize="m"
        options={kinds.map(kind => ({ value: kind, label: say.code('workTie', kind) }))}
        value={typed?.kind}
        error={problem('kind')}
      />
      <Textarea
        name="reason"
        label={say('claim.reason')}
        labelSize="m"
        rows={3}
        value={typed?.reason}
        error={problem('reason')}
      />
      <Button preventDoubleClick>{say('claim.send')}</Button>
    </form>
  )
}
