import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { decidePair } from '#work/identity/decide.ts'
import { readTask } from '#work/identity/read-task.ts'
import { reverseDecision } from '#work/identity/reverse.ts'
import { speakSecond } from '#work/identity/second.ts'
import { onward, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { Sent } from '../identity/forms.tsx'
import { TaskPage } from '../identity/task-page.tsx'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Typed, typedIn } from '../typed.ts'

const TASK = '/identity/:review_task'
const OFFICERS = { for: ['records-officer'], does: 'look' } as const

interface OneTask {
  readonly Params: { readonly review_task: string }
}
interface OnePair {
  readonly Params: { readonly review_task: string; readonly review_candidate: string }
}
interface OneDecision {
  readonly Params: { readonly review_task: string; readonly review_decision: string }
}

/** One record beside those it may belong with: what speaks for and against, what a join would open, and the decision. */
export function identityTaskPages(routes: Routes, { store }: WebMeans): void {
  routes.get<OneTask>(TASK, OFFICERS, (request, reply) => drawTask(request, reply, store, undefined))

  routes.post<OnePair>(`${TASK}/pairs/:review_candidate`, OFFICERS, async (request, reply) => {
    const candidateId = idFrom(request.params.review_candidate)
    const typed = typedIn(request.body)
    const said = typed.said === 'same' || typed.said === 'different' ? typed.said : undefined
    if (said === undefined) return refuse(request, reply, store, candidateId, typed, 'identity.saidMissing')
    const { words = '' } = typed
    const { language } = request.asked.say
    const decided = await transactionInTurn(store, tx =>
      decidePair(tx, workerOf(request), { candidateId, said, words, language }),
    )
    return answer(request, reply, store, { form: candidateId, typed, outcome: decided })
  })

  routes.post<OneDecision>(`${TASK}/decisions/:review_decision/second`, OFFICERS, async (request, reply) => {
    const decisionId = idFrom(request.params.review_decision)
    const typed = typedIn(request.body)
    if (typed.confirms !== 'yes' && typed.confirms !== 'no')
      return refuse(request, reply, store, decisionId, typed, 'identity.confirmsMissing')
    const word = { decisionId, confirms: typed.confirms === 'yes', words: typed.words ?? '' }
    const spoken = await transactionInTurn(store, tx => speakSecond(tx, workerOf(request), word))
    return answer(request, reply, store, { form: decisionId, typed, outcome: spoken })
  })

  routes.post<OneDecision>(`${TASK}/decisions/:review_decision/reverse`, OFFICERS, async (request, reply) => {
    const decisionId = idFrom(request.params.review_decision)
    const typed = typedIn(request.body)
    const { words = '' } = typed
    const reversed = await transactionInTurn(store, tx => reverseDecision(tx, workerOf(request), { decisionId, words }))
    return answer(request, reply, store, { form: decisionId, typed, outcome: reversed })
  })
}

/** The field at which each refusal is said. */
const FIELDS: Readonly<Record<string, string>> = {
  'identity.wordsMissing': 'words',
  'identity.wordsTooLong': 'words',
  'identity.saidMissing': 'said',
  'identity.confirmsMissing': 'confirms',
}

type Asked = FastifyRequest<OneTask>

function refuse(
  request: Asked,
  reply: FastifyReply,
  store: Store,
  form: string,
  typed: Typed,
  problem: Key,
): Promise<FastifyReply> {
  return drawTask(request, reply, store, { form, typed, problems: { [FIELDS[problem] ?? 'form']: problem } })
}

interface Done {
  readonly form: string
  readonly typed: Typed
  readonly outcome: Outcome<unknown>
}

async function answer(
  request: Asked,
  reply: FastifyReply,
  store: Store,
  { form, typed, outcome }: Done,
): Promise<FastifyReply> {
  if (outcome.ok) return onward(reply, `/identity/${idFrom(request.params.review_task)}`)
  if (outcome.problem === 'record.notShown') throw notShown()
  return refuse(request, reply, store, form, typed, outcome.problem as Key)
}

async function drawTask(
  request: Asked,
  reply: FastifyReply,
  store: Store,
  sent: Sent | undefined,
): Promise<FastifyReply> {
  const taskId = idFrom(request.params.review_task)
  const task = await transactionInTurn(store, tx => readTask(tx, workerOf(request), taskId))
  if (!task.ok) throw notShown()
  return drawPage(request, reply, <TaskPage task={task.value} sent={sent} />, sent === undefined ? 200 : 422)
}
