import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { type LetInProblem, letIn } from '#work/sender/let-in.ts'
import { type ListedSender, type NamedTeam, readSenders, readTeams } from '#work/sender/read-senders.ts'
import { onward, useSay, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { notShown } from '../person/person-id.ts'
import { teamName } from '../sender/map-words.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const LET_IN = '/senders/let-in'

const Fields = z.object({
  organisationId: z.uuid({ error: 'sender.whoseMissing' }),
  ownerTeamId: z.uuid({ error: 'sender.ownerMissing' }),
  mapOf: z.union([z.uuid(), z.literal('')]).transform(id => id || undefined),
  reason: wordsField({ missing: 'sender.reasonMissing', tooLong: 'sender.reasonTooLong', lengthMax: 500 }),
})

interface Form {
  readonly typed: Typed
  readonly problems: Problems
  readonly status: number
}

/** Letting in a system whose messages wait: whose it is, who answers for it, and how it is read at first. */
export function senderLetInPage(routes: Routes, means: WebMeans): void {
  routes.get(LET_IN, { for: ['integration-officer'], does: 'nothing', changes: true }, async (request, reply) => {
    const held = await means.visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, means, { typed: held ?? typedIn(request.query), problems: {}, status: 200 })
  })

  routes.post(LET_IN, { for: ['integration-officer'], does: 'write' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const { application = '', facility = '' } = typed
    const given = Fields.safeParse(typed)
    if (!given.success) return draw(request, reply, means, { typed, problems: problemsOf(given.error), status: 422 })
    const asked = { ...given.data, application, facility }
    const answer = await transactionInTurn(means.store, tx => letIn(tx, workerOf(request), asked))
    if (answer.ok) return onward(reply, `/senders/${answer.value}?done=let-in`)
    if (answer.problem === 'sender.notShown') throw notShown()
    return draw(request, reply, means, { typed, ...SAID[answer.problem] })
  })
}

/** How each refusal is answered, and at which field. */
const SAID: Readonly<Record<Exclude<LetInProblem, 'sender.notShown'>, Omit<Form, 'typed'>>> = {
  'sender.alreadyIn': { problems: { form: 'sender.alreadyIn' }, status: 409 },
  'sender.notYours': { problems: { organisationId: 'sender.notYourOrganisation' }, status: 422 },
  'sender.teamElsewhere': { problems: { ownerTeamId: 'sender.teamElsewhere' }, status: 422 },
}

async function draw(
  request: FastifyRequest,
  reply: FastifyReply,
  { store }: WebMeans,
  form: Form,
): Promise<FastifyReply> {
  if (!form.typed.application) throw notShown()
  const officer = workerOf(request)
  const read = await transaction(store, async tx => ({
    teams: await readTeams(tx),
    senders: await readSenders(tx, officer),
  }))
  return drawPage(request, reply, <LetInPage {...read} {...form} />, form.status)
}

interface LetInPageProps extends Form {
  readonly teams: readonly NamedTeam[]
  readonly senders: readonly ListedSender[]
}

function LetInPage({ teams, senders, typed, problems }: LetInPageProps): JSX.Element {
  const say = useSay()
  const { application = '', facility = '' } = typed
  const title = say('sender.letInTitle')
  const listed = listedProblems(say, problems)
  const problem = (field: string) => (problems[field] === undefined ? undefined : say.plain(problems[field]))
  const bodies = new Map(teams.map(({ organisationId, organisation }) => [organisationId, say.of(organisation)]))
  return (
    <Page title={title} problems={listed} back={{ href: '/senders', text: say('sender.back') }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p>{say('sender.letInLede', { name: say('messages.knownSender', { application, facility }) })}</p>
      <form method="post" action={LET_IN} noValidate class="app-form">
        <input type="hidden" name="application" value={application} />
        <input type="hidden" name="facility" value={facility} />
        <Select
          name="organisationId"
          label={say('sender.whose')}
          hint={say('sender.whoseHint')}
          options={[
            { value: '', label: say('sender.chooseOrganisation') },
            ...[...bodies].map(([value, label]) => ({ value, label })),
          ]}
          value={typed.organisationId}
          error={problem('organisationId')}
        />
        <Select
          name="ownerTeamId"
          label={say('sender.team')}
          options={[
            { value: '', label: say('sender.chooseOwner') },
            ...teams.map(team => ({ value: team.id, label: teamName(say, team) })),
          ]}
          value={typed.ownerTeamId}
          error={problem('ownerTeamId')}
        />
        <Select
          name="mapOf"
          label={say('sender.mapOf')}
          options={[
            { value: '', label: say('sender.mapOfNone') },
            ...senders.map(sender => ({ value: sender.id, label: say('messages.knownSender', sender) })),
          ]}
          value={typed.mapOf}
        />
        <Textarea
          name="reason"
          rows={3}
          label={say('sender.letInReason')}
          value={typed.reason}
          error={problem('reason')}
        />
        <Button preventDoubleClick>{say('sender.letInSend')}</Button>
      </form>
    </Page>
  )
}
