import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Rehearsed } from '#work/ledger/replayer.ts'
import type { WholeMap } from '#work/sender/map.ts'
import { findListed, type ListedSender, type NamedTeam, readMapVersions, readTeams } from '#work/sender/read-senders.ts'
import { writeMap } from '#work/sender/write-map.ts'
import { onward, useSay, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { MapFields } from '../sender/map-fields.tsx'
import { type MapProblems, mapFrom, typedFrom } from '../sender/map-form.ts'
import { Rehearsal } from '../sender/rehearsal.tsx'
import { Changes } from '../sender/versions.tsx'
import { problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const MAP = '/senders/:sender/map'
const REASON_LENGTH_MAX = 500

interface OneSender {
  readonly Params: { readonly sender: string }
}

const Saving = z.object({
  reason: wordsField({
    missing: 'sender.reasonMissing',
    tooLong: 'sender.reasonTooLong',
    lengthMax: REASON_LENGTH_MAX,
  }),
  from: z.coerce.number().int().min(1),
})

/** What the form holds, what is wrong with it, and what came of trying it. */
interface Form {
  readonly typed: Typed | undefined
  readonly wrong: MapProblems
  readonly tried?: { readonly map: WholeMap; readonly messages: readonly Rehearsed[] }
  readonly status: number
}

const NOTHING_WRONG: MapProblems = { problems: {}, faults: [] }

/** Changing how what a system sends is read: tried on what it has sent before it is kept. */
export function senderMapPage(routes: Routes, means: WebMeans): void {
  routes.get<OneSender>(
    MAP,
    { for: ['integration-officer'], does: 'nothing', changes: true },
    async (request, reply) => {
      const typed = await means.visits.takeHeldForm(visitorOf(request), request.url)
      return drawMap(request, reply, means, { typed, wrong: NOTHING_WRONG, status: 200 })
    },
  )

  routes.post<OneSender>(MAP, { for: ['integration-officer'], does: 'write' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const senderId = idFrom(request.params.sender)
    const map = mapFrom(typed)
    if (!map.ok) return drawMap(request, reply, means, { typed, wrong: map.problem, status: 422 })
    if (typed.act === 'save') {
      const saved = await save(request, means, { senderId, map: map.value, typed })
      if (saved === undefined) return onward(reply, `/senders/${senderId}?done=saved`)
      if (saved.status === 409) return drawMap(request, reply, means, { typed, ...saved })
      return drawTried(request, reply, means, { typed, map: map.value, ...saved })
    }
    return drawTried(request, reply, means, { typed, map: map.value, wrong: NOTHING_WRONG, status: 200 })
  })
}

async function save(
  request: FastifyRequest<OneSender>,
  { store }: WebMeans,
  { senderId, map, typed }: { senderId: string; map: WholeMap; typed: Typed },
): Promise<Pick<Form, 'wrong' | 'status'> | undefined> {
  const given = Saving.safeParse(typed)
  if (!given.success) return { wrong: { problems: problemsOf(given.error), faults: [] }, status: 422 }
  const written = await transactionInTurn(store, tx =>
    writeMap(tx, workerOf(request), { senderId, map, ...given.data }),
  )
  if (written.ok) return undefined
  if (written.problem === 'sender.notShown') throw notShown()
  return { wrong: { problems: { form: 'sender.mapMoved' }, faults: [] }, status: 409 }
}

async function drawTried(
  request: FastifyRequest<OneSender>,
  reply: FastifyReply,
  means: WebMeans,
  { map, ...form }: Omit<Form, 'tried'> & { readonly map: WholeMap },
): Promise<FastifyReply> {
  const senderId = idFrom(request.params.sender)
  const messages = await means.replayer.rehearse(workerOf(request), { senderId, map })
  if (!messages.ok) throw notShown()
  return drawMap(request, reply, means, { ...form, tried: { map, messages: messages.value } })
}

async function drawMap(
  request: FastifyRequest<OneSender>,
  reply: FastifyReply,
  { store }: WebMeans,
  form: Form,
): Promise<FastifyReply> {
  const officer = workerOf(request)
  const id = idFrom(request.params.sender)
  const read = await transaction(store, async tx => ({
    sender: await findListed(tx, officer, id),
    versions: await readMapVersions(tx, id),
    teams: await readTeams(tx),
  }))
  const { sender, versions, teams } = read
  const [newest] = versions
  if (sender === undefined || newest === undefined || !sender.mayTend) throw notShown()
  return drawPage(request, reply, <MapPage sender={sender} teams={teams} held={newest.map} form={form} />, form.status)
}

interface MapPageProps {
  readonly sender: ListedSender
  readonly teams: readonly NamedTeam[]
  readonly held: WholeMap
  readonly form: Form
}

function MapPage({ sender, teams, held, form }: MapPageProps): JSX.Element {
  const say = useSay()
  const name = say('messages.knownSender', sender)
  const title = say('sender.changeTitle', { name })
  const { tried, wrong } = form
  const typed = form.typed ?? typedFrom(held)
  const listed = listedProblems(say, wrong.problems)
  return (
    <Page title={title} problems={listed} back={{ href: `/senders/${sender.id}`, text: name }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <form method="post" action={`/senders/${sender.id}/map`} noValidate class="app-map">
        <input type="hidden" name="from" value={typed.from ?? String(sender.version)} />
        {tried !== undefined && (
          <section aria-labelledby="tried" class="app-tried">
            <h2 class="nhsuk-heading-l" id="tried">
              {say('sender.tried')}
            </h2>
            <Changes before={held} after={tried.map} teams={teams} />
            <Rehearsal tried={tried.messages} />
            <Textarea
              name="reason"
              rows={2}
              label={say('sender.reason')}
              labelSize="m"
              hint={say('sender.reasonHint')}
              value={typed.reason}
              error={wrong.problems.reason && say.plain(wrong.problems.reason)}
            />
            <Button name="act" value="save" preventDoubleClick>
              {say('sender.save')}
            </Button>
          </section>
        )}
        <MapFields typed={typed} wrong={wrong} teams={teams} />
        <p>{say('sender.tryWhat')}</p>
        <Button name="act" value="try" variant={tried === undefined ? undefined : 'secondary'}>
          {say('sender.tryIt')}
        </Button>
      </form>
    </Page>
  )
}
