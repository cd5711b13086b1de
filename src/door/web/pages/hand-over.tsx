import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { answerHandOver, seeAnswer } from '#work/hand-over/answer.ts'
import type { HandOver } from '#work/hand-over/hand-over.ts'
import { handOversAbout } from '#work/hand-over/read.ts'
import { type ReplyState, replyStateOf } from '#work/telling/reply/reply-state.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { Tried } from '../hand-over/answer-forms.tsx'
import { HandOverCard } from '../hand-over/hand-over-card.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

interface OneHandOver {
  readonly Params: { readonly person: string; readonly handOver: string }
}

const ANSWERS = ['accepted', 'declined', 'withdrawn'] as const

/** One hand-over, and what the two teams say of it. */
export function handOverPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneHandOver>('/people/:person/hand-overs/:handOver', { for: 'visitors', does: 'look' }, (request, reply) =>
    draw(store, request, reply, undefined),
  )

  for (const kind of ANSWERS) {
    routes.post<OneHandOver>(
      `/people/:person/hand-overs/:handOver/${kind}`,
      { for: 'workers', does: ['write', 'look'] },
      async (request, reply) => {
        const { personId, handOverId } = idsOf(request.params)
        const { reason = '' } = typedIn(request.body)
        const worker = workerOf(request)
        const said = await transactionInTurn(store, tx =>
          look(tx, worker, personId, { doing: 'write', place: 'hand-over' }, access =>
            answerHandOver(tx, access, { handOverId, kind, reason: reason.replaceAll('\r\n', '\n') }),
          ),
        )
        if (!said.ok || (!said.value.ok && said.value.problem === 'handOver.notShown')) throw notShown()
        if (said.value.ok) return onward(reply, '/hand-overs')
        const { say } = request.asked
        return draw(store, request, reply, { reason, problem: say.plain(said.value.problem) })
      },
    )
  }

  routes.post<OneHandOver>(
    '/people/:person/hand-overs/:handOver/seen',
    { for: 'workers', does: 'write' },
    async (request, reply) => {
      const { personId, handOverId } = idsOf(request.params)
      const worker = workerOf(request)
      const said = await transaction(store, tx =>
        look(tx, worker, personId, { doing: 'write', place: 'hand-over' }, access => seeAnswer(tx, access, handOverId)),
      )
      if (!said.ok || !said.value.ok) throw notShown()
      return onward(reply, '/hand-overs')
    },
  )
}

function idsOf({ person, handOver }: OneHandOver['Params']) {
  return { personId: idFrom(person), handOverId: idFrom(handOver) }
}

async function draw(
  store: Store,
  request: FastifyRequest<OneHandOver>,
  reply: FastifyReply,
  tried: Tried | undefined,
): Promise<FastifyReply> {
  const { personId, handOverId } = idsOf(request.params)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'hand-over' }, async access => ({
      banner: await pageBanner(tx, access),
      handOver: (await handOversAbout(tx, access)).find(({ id }) => id === handOverId),
      told: await replyStateOf(tx, handOverId),
    })),
  )
  if (!shown.ok || shown.value.handOver === undefined) throw notShown()
  const { banner, handOver, told } = shown.value
  const page = <HandOverPage banner={banner} handOver={handOver} reply={told} tried={tried} />
  return drawPage(request, reply, page, tried === undefined ? 200 : 422)
}

interface HandOverPageProps {
  readonly banner: PageBanner
  readonly handOver: HandOver
  readonly reply: ReplyState | undefined
  readonly tried: Tried | undefined
}

function HandOverPage({ banner, handOver, reply, tried }: HandOverPageProps): JSX.Element {
  const { say, visitor } = useAsked()
  const title = say('handOver.one')
  const back =
    visitor?.post === undefined
      ? { href: `/people/${banner.personId}`, text: say('person.title') }
      : { href: '/hand-overs', text: say('handOver.title') }
  return (
    <Page
      title={title}
      problems={tried ? [{ message: tried.problem, field: `reason-${handOver.id}` }] : undefined}
      back={back}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <ul class="app-notices">
        <HandOverCard handOver={handOver} reply={reply} tried={tried} />
      </ul>
    </Page>
  )
}
