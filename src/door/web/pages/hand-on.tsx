import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type SpeakersOfTeam, speakersByTeam } from '#work/active-offer/speakers.ts'
import { contributorFor, type HandOverProblem, handOver, type NewHandOver } from '#work/hand-over/hand.ts'
import { ASKS_LENGTH_MAX, URGENCIES } from '#work/hand-over/hand-over.ts'
import { type ReceivingTeam, receivingTeams } from '#work/hand-over/teams.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

interface OnePerson {
  readonly Params: { readonly person: string }
}

const HandOnForm = z.object({
  team: z.uuid({ error: 'handOver.teamMissing' }),
  urgency: z.enum(URGENCIES, { error: 'handOver.urgencyMissing' }),
  asks: wordsField({
    missing: 'handOver.asksMissing',
    tooLong: 'handOver.asksTooLong',
    lengthMax: ASKS_LENGTH_MAX,
  }),
  key: z.string().max(100).catch(''),
})

/** A worker hands somebody on to another team. */
export function handOnPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePerson>(
    '/people/:person/hand-on',
    { for: 'workers', does: 'look', changes: true },
    async (request, reply) => {
      const typed = await visits.takeHeldForm(visitorOf(request), request.url)
      return draw(store, request, reply, { typed, problems: {} })
    },
  )

  routes.post<OnePerson>(
    '/people/:person/hand-on',
    { for: 'workers', does: ['write', 'look'] },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const typed = typedIn(request.body)
      const read = HandOnForm.safeParse(typed)
      if (!read.success) return draw(store, request, reply, { typed, problems: problemsOf(read.error) })
      const { team: toTeamId, ...rest } = read.data
      const asked: NewHandOver = { ...rest, toTeamId, language: request.asked.say.language }
      const handed = await transactionInTurn(store, tx =>
        look(tx, workerOf(request), personId, { doing: 'write', place: 'hand-over' }, access =>
          handOver(tx, access, asked),
        ),
      )
      if (!handed.ok) throw notShown()
      if (handed.value.ok) return onward(reply, '/hand-overs')
      const { problem } = handed.value
      return draw(store, request, reply, { typed, problems: { [FIELDS[problem]]: problem } })
    },
  )
}

const FIELDS: Readonly<Record<HandOverProblem, string>> = {
  'handOver.notForYou': 'form',
  'handOver.teamMissing': 'team',
  'handOver.ownTeam': 'team',
  'handOver.teamMayNotKnow': 'team',
  'handOver.asksMissing': 'asks',
  'handOver.asksTooLong': 'asks',
}

const NOBODY: SpeakersOfTeam = { speakers: 0, members: 0 }

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
  const worker = workerOf(request)
  const shown = await transaction(store, tx =>
    look(tx, worker, idFrom(request.params.person), { doing: 'look', place: 'hand-over' }, access => read(tx, access)),
  )
  if (!shown.ok || !shown.value.mayHandOn) throw notShown()
  const status = Object.keys(form.problems).length === 0 ? 200 : 422
  return drawPage(request, reply, <HandOnPage {...shown.value} form={form} formKey={store.chance.id()} />, status)
}

async function read(tx: Tx, access: Access) {
  const { actor } = access
  return {
    banner: await pageBanner(tx, access),
    mayHandOn: (await contributorFor(tx, access)) !== undefined,
    teams: actor.kind === 'worker' ? await receivingTeams(tx, actor) : [],
    speakers: await speakersByTeam(tx),
  }
}

interface HandOnPageProps {
  readonly banner: PageBanner
  readonly teams: readonly ReceivingTeam[]
  /** By team id. */
  readonly speakers: ReadonlyMap<string, SpeakersOfTeam>
  readonly form: Form
  readonly formKey: string
}

function HandOnPage({ banner, teams, speakers, form: { typed, problems }, formKey }: HandOnPageProps): JSX.Element {
  const { say } = useAsked()
  const title = say('handOver.handOn')
  const wrong = listedProblems(say, problems)
  const asksWelsh = banner.languageAnswer?.spoken === 'cy'
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `/people/${banner.personId}`, text: say('person.title') }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{say('handOver.handOnLede')}</p>
      <form method="post" action={`/people/${banner.personId}/hand-on`} noValidate>
        <input type="hidden" name="key" value={typed?.key || formKey} />
        <Select
          name="team"
          label={say('handOver.toWhom')}
          labelSize="m"
          hint={asksWelsh ? say('activeOffer.handOnHint') : undefined}
          options={[
            { value: '', label: say('handOver.choose') },
            ...teams.map(({ id, team, organisation }) => ({
              value: id,
              label: [
                `${say.of(organisation)}: ${say.of(team)}`,
                ...(asksWelsh ? [say('activeOffer.ofTeam', speakers.get(id) ?? NOBODY)] : []),
              ].join(' – '),
            })),
          ]}
          value={typed?.team}
          error={problem('team')}
        />
        <Textarea
          name="asks"
          label={say('handOver.asks')}
          labelSize="m"
          hint={say('handOver.asksHint')}
          value={typed?.asks}
          error={problem('asks')}
        />
        <Radios
          name="urgency"
          legend={say('handOver.urgency')}
          legendSize="m"
          options={URGENCIES.map(urgency => ({ value: urgency, label: say.code('handOver', urgency) }))}
          value={typed?.urgency}
          error={problem('urgency')}
        />
        <Button preventDoubleClick>{say('handOver.send')}</Button>
      </form>
    </Page>
  )
}
