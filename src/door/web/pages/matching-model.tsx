import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import { modelInForce, readModel } from '#record/person/model/in-force.ts'
import { readDifferences, readModels } from '#record/person/model/read-models.ts'
import { setThreshold } from '#record/person/model/set-threshold.ts'
import { proposeModel, signModel } from '#record/person/model/sign-off.ts'
import { onward, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { Sent } from '../matching/model-forms.tsx'
import { ModelPage } from '../matching/model-page.tsx'
import type { WebMeans } from '../means.ts'
import { notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'
import { matchingModelsPage } from './matching-models.tsx'

const OFFICERS = ['integration-officer', 'records-officer'] as const
const READERS = [...OFFICERS, 'board-member'] as const
const MODEL = '/matching/models/:version'

interface OneModel {
  readonly Params: { readonly version: string }
  readonly Querystring: { readonly done?: unknown }
}

const words = wordsField({ missing: 'matching.wordsMissing', tooLong: 'matching.wordsTooLong', lengthMax: 1000 })
const Proposal = z.object({ words })
const Signature = z.object({
  words,
  agreed: z.enum(['yes', 'no'], { error: 'matching.secondMissing' }),
  proposal: z.uuid({ error: 'matching.nothingWaits' }),
})
const Threshold = z.object({ link: z.coerce.number({ error: 'matching.otherThresholdMissing' }) })

/** The models of matching, and each: what it weighs, what it would do, and putting it in force by two people. */
export function matchingModelPages(routes: Routes, means: WebMeans): void {
  const { store } = means
  matchingModelsPage(routes, means)
  routes.get<OneModel>(MODEL, { for: READERS, does: 'nothing' }, (request, reply) => draw(request, reply, store))

  routes.post<OneModel>(`${MODEL}/propose`, { for: OFFICERS, does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const parsed = Proposal.safeParse(typed)
    if (!parsed.success)
      return again(request, reply, store, { form: 'propose', typed, problems: problemsOf(parsed.error) })
    const said = { words: parsed.data.words, language: request.asked.say.language }
    const version = versionOf(request)
    const put = await transactionInTurn(store, tx => proposeModel(tx, workerOf(request), version, said))
    if (put.ok) return onward(reply, `/matching/models/${version}?done=1`)
    return again(request, reply, store, { form: 'propose', typed, problems: { words: put.problem } }, 409)
  })

  routes.post<OneModel>(`${MODEL}/sign`, { for: READERS, does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const parsed = Signature.safeParse(typed)
    if (!parsed.success)
      return again(request, reply, store, { form: 'sign', typed, problems: problemsOf(parsed.error) })
    const { agreed, proposal } = parsed.data
    const said = { words: parsed.data.words, language: request.asked.say.language, isAgreed: agreed === 'yes' }
    const signed = await transactionInTurn(store, tx => signModel(tx, workerOf(request), proposal, said))
    if (signed.ok) return onward(reply, `/matching/models/${versionOf(request)}?done=1`)
    return again(request, reply, store, { form: 'sign', typed, problems: { agreed: signed.problem } }, 409)
  })

  routes.post<OneModel>(`${MODEL}/threshold`, { for: OFFICERS, does: 'nothing' }, async (request, reply) => {
    const typed = typedIn(request.body)
    const parsed = Threshold.safeParse(typed)
    const fail = (problems: Problems) => again(request, reply, store, { form: 'threshold', typed, problems })
    if (!parsed.success) return fail(problemsOf(parsed.error))
    const version = versionOf(request)
    const made = await transactionInTurn(store, tx => setThreshold(tx, workerOf(request), version, parsed.data.link))
    return made.ok ? onward(reply, `/matching/models/${made.value}?done=1`) : fail({ link: made.problem })
  })
}

function again(
  request: FastifyRequest<OneModel>,
  reply: FastifyReply,
  store: Store,
  sent: Sent & { readonly typed: Typed },
  status = 422,
): Promise<FastifyReply> {
  return draw(request, reply, store, sent, status)
}

/** Whoever is not signed in any more comes back to the page of the model, and not to its form. */
async function draw(
  request: FastifyRequest<OneModel>,
  reply: FastifyReply,
  store: Store,
  sent?: Sent,
  status = 200,
): Promise<FastifyReply> {
  const version = versionOf(request)
  const read = await transaction(store, async tx => {
    const told = (await readModels(tx)).find(one => one.version === version)
    if (told === undefined) throw notShown()
    const { matcher } = await modelInForce(tx)
    return {
      told,
      model: await readModel(tx, version),
      inForce: matcher.model,
      differences: await readDifferences(tx, version),
    }
  })
  const { role } = workerOf(request)
  const reader = { accountId: visitorOf(request).accountId, mayPropose: OFFICERS.some(one => one === role) }
  const isDone = request.query.done !== undefined
  return drawPage(request, reply, <ModelPage {...read} reader={reader} sent={sent} isDone={isDone} />, status)
}

function versionOf({ params }: FastifyRequest<OneModel>): number {
  if (!/^\d{1,6}$/.test(params.version)) throw notShown()
  return Number(params.version)
}
