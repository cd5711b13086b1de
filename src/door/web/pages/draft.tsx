import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { DRAFTERS } from '#record/sharing/agreement/draft/draft.ts'
import { contentAt, findDraft } from '#record/sharing/agreement/draft/read-draft.ts'
import { addPart, enterDraft } from '#record/sharing/agreement/draft/write-draft.ts'
import { draftFileOf } from '#record/sharing/agreement/file.ts'
import { asFile } from '../agreement/as-file.ts'
import { onward, workerOf } from '../asked.ts'
import { Overview } from '../draft/overview.tsx'
import { addressOf } from '../draft/part-address.ts'
import { readDraftState } from '../draft/state.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

const DRAFT = '/agreements/drafts/:draft'

interface OneDraft {
  readonly Params: { readonly draft: string; readonly version?: string }
  readonly Querystring: { readonly done?: string }
}

/** A draft as a whole: how far it has come, one more clause or worked example, entering it, and its versions as files. */
export function draftPages(routes: Routes, { store }: WebMeans): void {
  routes.get<OneDraft>(DRAFT, { for: DRAFTERS, does: 'nothing' }, (request, reply) => drawDraft(request, reply, store))

  for (const kind of ['clauses', 'cases'] as const) {
    routes.post<OneDraft>(`${DRAFT}/${kind}`, { for: DRAFTERS, does: 'nothing' }, async (request, reply) => {
      const draftId = idFrom(request.params.draft)
      const added = await transactionInTurn(store, tx => addPart(tx, workerOf(request), { draftId, kind }))
      if (added.ok) return onward(reply, addressOf(draftId, { kind, at: added.value }))
      if (added.problem === 'draft.notShown') throw notShown()
      return drawDraft(request, reply, store, added.problem)
    })
  }

  routes.post<OneDraft>(`${DRAFT}/enter`, { for: DRAFTERS, does: 'nothing' }, async (request, reply) => {
    const draftId = idFrom(request.params.draft)
    const version = z.coerce.number().int().catch(0).parse(typedIn(request.body).version)
    const entered = await transactionInTurn(store, tx => enterDraft(tx, workerOf(request), { draftId, version }))
    if (entered.ok) return onward(reply, `/agreements/${entered.value}?done=entered`)
    const { problem } = entered
    if (problem === 'draft.notShown') throw notShown()
    return drawDraft(request, reply, store, problem === 'draft.hasChanged' ? 'draft.hasChangedEnter' : problem)
  })

  routes.get<OneDraft>(
    `${DRAFT}/versions/:version.json`,
    { for: DRAFTERS, does: 'nothing' },
    async (request, reply) => {
      const draftId = idFrom(request.params.draft)
      const version = z.coerce.number().int().positive().max(1e9).safeParse(request.params.version)
      if (!version.success) throw notShown()
      const content = await transaction(store, async tx => {
        const draft = await findDraft(tx, workerOf(request), draftId)
        return draft && contentAt(tx, draft, version.data)
      })
      if (content === undefined) throw notShown()
      return asFile(reply, `draft-${version.data}.json`, draftFileOf(content))
    },
  )
}

/** What somebody has just done. Anything else in the address says nothing. */
const Done = z.enum(['saved', 'removed']).optional().catch(undefined)

async function drawDraft(
  request: FastifyRequest<OneDraft>,
  reply: FastifyReply,
  store: Store,
  problem?: Key,
): Promise<FastifyReply> {
  const draftId = idFrom(request.params.draft)
  const state = await transaction(store, tx => readDraftState(tx, workerOf(request), draftId))
  if (state === undefined) throw notShown()
  const page = <Overview state={state} done={Done.parse(request.query.done)} problem={problem} />
  return drawPage(request, reply, page, problem === undefined ? 200 : 409)
}
