import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { DRAFTERS } from '#record/sharing/agreement/draft/draft.ts'
import type { Part } from '#record/sharing/agreement/draft/part.ts'
import { type Draft, findDraft } from '#record/sharing/agreement/draft/read-draft.ts'
import { savePart } from '#record/sharing/agreement/draft/write-draft.ts'
import { onward, visitorOf, workerOf } from '../asked.ts'
import { readChoices } from '../draft/choices.ts'
import { Answers } from '../draft/fields.ts'
import { partFrom } from '../draft/part-address.ts'
import { formOf, type OpenForm } from '../draft/part-form.ts'
import { PartPage } from '../draft/part-page.tsx'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, type Typed, typedIn } from '../typed.ts'

interface OnePart {
  readonly Params: { readonly draft: string; readonly part: string; readonly at?: string }
}

const PART = '/agreements/drafts/:draft/:part'
const NUMBERED = '/agreements/drafts/:draft/:part/:at'

/** The parts of a draft, each on a page of its own: /agreements/drafts/ID/about, and /agreements/drafts/ID/clauses/2. */
export function draftPartPages(routes: Routes, means: WebMeans): void {
  const read = { for: DRAFTERS, does: 'nothing', changes: true } as const
  const write = { for: DRAFTERS, does: 'nothing' } as const
  routes.get<OnePart>(PART, read, (request, reply) => openPart(request, reply, means))
  routes.post<OnePart>(PART, write, (request, reply) => takePart(request, reply, means))
  routes.get<OnePart>(NUMBERED, read, (request, reply) => openPart(request, reply, means))
  routes.post<OnePart>(NUMBERED, write, (request, reply) => takePart(request, reply, means))
}

async function openPart(
  request: FastifyRequest<OnePart>,
  reply: FastifyReply,
  { store, visits }: WebMeans,
): Promise<FastifyReply> {
  const kept = await visits.takeHeldForm(visitorOf(request), request.url)
  return drawPart(request, reply, store, { typed: kept, problems: {}, problem: undefined, status: 200 })
}

async function takePart(
  request: FastifyRequest<OnePart>,
  reply: FastifyReply,
  { store }: WebMeans,
): Promise<FastifyReply> {
  const { draftId, part } = aboutOf(request)
  const typed = typedIn(request.body)
  const isRemoved = 'at' in part && typed.remove !== undefined
  const { form } = await findPart(store, workerOf(request), draftId, part)
  const answers = new Answers(typed)
  const value = isRemoved ? undefined : form.read(answers)
  if (!isRemoved && Object.keys(answers.problems).length > 0)
    return drawPart(request, reply, store, { typed, problems: answers.problems, problem: undefined, status: 422 })
  const version = versionIn(typed)
  const saved = await transactionInTurn(store, tx => savePart(tx, workerOf(request), { draftId, version, part, value }))
  if (saved.ok) return onward(reply, `/agreements/drafts/${draftId}?done=${isRemoved ? 'removed' : 'saved'}`)
  if (saved.problem === 'draft.notShown') throw notShown()
  return drawPart(request, reply, store, { typed, problems: {}, problem: saved.problem, status: 409 })
}

/** What is not a version was never read: no draft has version 0. */
function versionIn({ version = '' }: Typed): number {
  return /^\d{1,9}$/.test(version) ? Number(version) : 0
}

interface Came {
  /** What was typed or kept; undefined to show what is held. */
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly problem: Key | undefined
  readonly status: number
}

async function drawPart(
  request: FastifyRequest<OnePart>,
  reply: FastifyReply,
  store: Store,
  { typed, problems, problem, status }: Came,
): Promise<FastifyReply> {
  const { draftId, part } = aboutOf(request)
  const { draft, form } = await findPart(store, workerOf(request), draftId, part)
  const page = (
    <PartPage
      draft={draft}
      part={part}
      form={form}
      typed={typed ?? form.filled}
      version={versionOf(typed, problem, draft)}
      problems={problems}
      problem={problem}
      wasKept={request.method === 'GET' && typed !== undefined}
    />
  )
  return drawPage(request, reply, page, status)
}

/** The version that was read, until its reader has been told that there is another. */
function versionOf(typed: Typed | undefined, problem: Key | undefined, { version }: Draft): number {
  return typed === undefined || problem === 'draft.hasChanged' ? version : versionIn(typed)
}

/** A part that there is, or nothing. An entered draft is read on its overview alone. */
async function findPart(
  store: Store,
  worker: WorkerActor,
  draftId: string,
  part: Part,
): Promise<{ draft: Draft; form: OpenForm }> {
  const found = await transaction(store, async (tx: Tx) => {
    const draft = await findDraft(tx, worker, draftId)
    const form = draft && formOf(draft.content, part, await readChoices(tx))
    return draft && form && { draft, form }
  })
  if (found === undefined) throw notShown()
  return found
}

function aboutOf({ params: { draft, part, at } }: FastifyRequest<OnePart>): { draftId: string; part: Part } {
  return { draftId: idFrom(draft), part: partFrom(part, at) }
}
