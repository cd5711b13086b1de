import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { DRAFTERS } from '#record/sharing/agreement/draft/draft.ts'
import { type Part, withOneMore } from '#record/sharing/agreement/draft/part.ts'
import { contentAt, type Draft, findDraft } from '#record/sharing/agreement/draft/read-draft.ts'
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
  const version = versionIn(typed)
  const { form } = await findPart(store, workerOf(request), { draftId, part, version })
  const answers = new Answers(typed)
  const value = isRemoved ? undefined : form.read(answers)
  if (!isRemoved && Object.keys(answers.problems).length > 0)
    return drawPart(request, reply, store, { typed, problems: answers.problems, problem: undefined, status: 422 })
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
  const about = aboutOf(request)
  const isToldOfAnother = typed === undefined || problem !== undefined
  const version = isToldOfAnother ? undefined : versionIn(typed)
  const found = await findPart(store, workerOf(request), { ...about, version, isGone: problem === 'draft.isGone' })
  const { draft, part, form } = found
  const page = (
    <PartPage
      draft={draft}
      part={part}
      form={form}
      typed={typed ?? form.filled}
      version={version ?? draft.version}
      problems={problems}
      problem={problem}
      wasKept={request.method === 'GET' && typed !== undefined}
    />
  )
  return drawPage(request, reply, page, status)
}

interface Sought {
  readonly draftId: string
  readonly part: Part
  /** The version that somebody has read and written on; undefined for the draft as it stands. */
  readonly version?: number | undefined
  /** It was taken out while somebody wrote it: what they typed is offered as one more. */
  readonly isGone?: boolean
}

interface FoundPart {
  readonly draft: Draft
  readonly part: Part
  readonly form: OpenForm
}

/** A part with its form as it stood in the version that was read, or nothing there. */
async function findPart(store: Store, worker: WorkerActor, sought: Sought): Promise<FoundPart> {
  const found = await transaction(store, tx => readPart(tx, worker, sought))
  if (found === undefined) throw notShown()
  return found
}

async function readPart(
  tx: Tx,
  worker: WorkerActor,
  { draftId, part, version, isGone }: Sought,
): Promise<FoundPart | undefined> {
  const draft = await findDraft(tx, worker, draftId)
  if (draft === undefined) return undefined
  const choices = await readChoices(tx)
  const content = (version !== undefined && (await contentAt(tx, draft, version))) || draft.content
  const form = isGone ? undefined : formOf(content, part, choices)
  if (form !== undefined || !('at' in part)) return form && { draft, part, form }
  if (version === undefined && !isGone) return undefined
  const { content: longer, at } = withOneMore(content, part.kind)
  const next = { kind: part.kind, at }
  const nextForm = formOf(longer, next, choices)
  return nextForm && { draft, part: next, form: nextForm }
}

function aboutOf({ params: { draft, part, at } }: FastifyRequest<OnePart>): { draftId: string; part: Part } {
  return { draftId: idFrom(draft), part: partFrom(part, at) }
}
