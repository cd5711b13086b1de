import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import type { Access } from '#record/sharing/access.ts'
import { openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { questionsAbout } from '#work/conversation/about.ts'
import { writableParts } from '#work/conversation/contributor.ts'
import { jointOfficeFor } from '#work/plan/in-whose-stead.ts'
import { type Heard, heardOf } from '#work/plan/joint.ts'
import { confirmsState, decidesWords, isThePerson } from '#work/plan/owner.ts'
import { type PlanItem, type PlanProblem, PUT_RIGHT_MS } from '#work/plan/plan.ts'
import { readHistory } from '#work/plan/read-history.ts'
import { readItem } from '#work/plan/read-plan.ts'
import { DONE_KINDS } from '#work/plan/whose.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import type { Filled } from '../plan/filled.ts'
import {
  answerForm,
  type ItemForm,
  offerForm,
  scoreForm,
  stanceForm,
  stateForm,
  strikeForm,
  wordsForm,
} from '../plan/item-forms.ts'
import { ItemPage, type ShownItem } from '../plan/item-page.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const ITEM = '/people/:person/plan/items/:item'

interface OneItem {
  readonly Params: { readonly person: string; readonly item: string; readonly proposal?: string }
  readonly Querystring: { readonly done?: string }
}

/** One item of a plan, and the forms on its page: other words, a stance, an answer, how far it has come. */
export function planItemPages(routes: Routes, means: WebMeans): void {
  routes.get<OneItem>(ITEM, { for: 'visitors', does: 'look' }, (request, reply) =>
    drawItem(request, reply, means.store),
  )
  formOf(routes, means, `${ITEM}/words`, wordsForm)
  formOf(routes, means, `${ITEM}/stance`, stanceForm)
  formOf(routes, means, `${ITEM}/offer`, offerForm)
  formOf(routes, means, `${ITEM}/state`, stateForm)
  formOf(routes, means, `${ITEM}/score`, scoreForm)
  formOf(routes, means, `${ITEM}/strike`, strikeForm)
  formOf(routes, means, `${ITEM}/proposals/:proposal/answer`, answerForm)
}

/** Where a form is sent to, and where it is found again by somebody who had to sign in before it could be taken. */
function formOf<Fields>(routes: Routes, { store, visits }: WebMeans, path: string, form: ItemForm<Fields>): void {
  const filledWith = (request: FastifyRequest<OneItem>, typed: Typed, problems: Problems): Filled => ({
    form: form.name,
    proposalId: request.params.proposal,
    typed,
    problems,
    wasKept: request.method === 'GET',
  })

  routes.get<OneItem>(path, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    const { personId, itemId } = aboutOf(request)
    if (kept === undefined) return onward(reply, `/people/${personId}/plan/items/${itemId}`)
    return drawItem(request, reply, store, { filled: filledWith(request, kept, {}), status: 200 })
  })

  routes.post<OneItem>(path, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const about = aboutOf(request)
    const visitor = visitorOf(request)
    const typed = typedIn(request.body)
    const parsed = form.fields.safeParse(typed)
    if (!parsed.success) {
      const filled = filledWith(request, typed, problemsOf(parsed.error))
      return drawItem(request, reply, store, { filled, status: 422 })
    }
    const sent = await transaction(store, tx =>
      look(tx, visitor.actor, about.personId, { doing: 'write', place: 'plan' }, access =>
        form.act(tx, access, { ...about, fields: parsed.data }, visitor),
      ),
    )
    if (!sent.ok) throw notShown()
    if (sent.value.ok) return onward(reply, `/people/${about.personId}/plan?done=${sent.value.value}`)
    const { problem } = sent.value
    const { status, field } = ANSWERS[problem]
    const filled = filledWith(request, typed, { [field]: problem })
    return drawItem(request, reply, store, { filled, status })
  })
}

/** Draws the item as it is now, with what comes back of a form that was not taken. */
async function drawItem(
  request: FastifyRequest<OneItem>,
  reply: FastifyReply,
  store: Store,
  { filled, status }: { readonly filled?: Filled; readonly status: number } = { status: 200 },
): Promise<FastifyReply> {
  const { personId, itemId } = aboutOf(request)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'plan' }, access => readShown(tx, access, itemId)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  untilItCloses(reply, shown.value.emergency, request.asked.now)
  const page = <ItemPage shown={shown.value} filled={filled} hasAsked={request.query.done === 'question'} />
  return drawPage(request, reply, page, status)
}

async function readShown(tx: Tx, access: Access, itemId: string): Promise<ShownItem | undefined> {
  const [item] = await readItem(tx, [access], itemId)
  if (item === undefined) return undefined
  const banner = await pageBanner(tx, access)
  const isOwn = isThePerson(access)
  const owners = await organisationNamesById(tx)
  const mayContribute = access.mayContribute(item.ownerId, item.dataClass)
  return {
    banner,
    item,
    history: await readHistory(tx, access, itemId),
    asked: await questionsAbout(tx, access, itemId),
    mayAsk: (await writableParts(tx, access)).length > 0,
    owner: item.ownerCode === THE_PERSON ? undefined : owners.get(item.ownerId),
    confirmsState: mayContribute && DONE_KINDS.includes(item.kind) && confirmsState(access, item, isOwn),
    mayPutRight: mayContribute && wroteLately(tx, access, item),
    decides: mayContribute && decidesWords(access, item, isOwn),
    together: await togetherOn(tx, access, item),
    mayContribute,
    isOwn,
    formKey: tx.newId(),
    grants: access.grants,
    emergency: await openEmergencyOf(tx, access),
    classes: new Set(access.released.map(({ dataClass }) => dataClass)),
  }
}

/** What was said to each proposal, or to the offer, that the holder of an access decides only together with others. */
async function togetherOn(tx: Tx, access: Access, item: PlanItem): Promise<ReadonlyMap<string, readonly Heard[]>> {
  const officeId = jointOfficeFor(access, item)
  if (officeId === undefined) return new Map()
  const heard = new Map<string, readonly Heard[]>()
  for (const { id } of item.proposals) heard.set(id, await heardOf(tx, access, officeId, { planProposalId: id }))
  if (item.offer) heard.set(item.id, await heardOf(tx, access, officeId, { planItemId: item.id }))
  return heard
}

function wroteLately(tx: Tx, { actor }: Access, { writtenById, writtenAt }: PlanItem): boolean {
  const isTheirs = actor.kind !== 'system' && actor.accountId === writtenById
  return isTheirs && tx.now.getTime() - writtenAt.getTime() <= PUT_RIGHT_MS
}

function aboutOf(request: FastifyRequest<OneItem>): { personId: string; itemId: string; proposalId: string } {
  const { person, item, proposal } = request.params
  return { personId: idFrom(person), itemId: idFrom(item), proposalId: proposal === undefined ? '' : idFrom(proposal) }
}

/** How each refusal is answered, and the field it is said at. */
const ANSWERS = {
  'plan.itemNotShown': { status: 404, field: 'item' },
  'plan.itemHasChanged': { status: 409, field: 'item' },
  'plan.alreadyAnswered': { status: 409, field: 'item' },
  'plan.notYoursToAnswer': { status: 403, field: 'item' },
  'plan.wordsMissing': { status: 422, field: 'words' },
  'plan.wordsTooLong': { status: 422, field: 'words' },
  'plan.wordsSame': { status: 422, field: 'words' },
  'plan.whyMissing': { status: 422, field: 'words' },
  'plan.stateWhyMissing': { status: 422, field: 'words' },
  'plan.strikeWhyMissing': { status: 422, field: 'why' },
  'plan.detailsNotUnderstood': { status: 422, field: 'item' },
  'plan.locked': { status: 409, field: 'putsRight' },
  'plan.notYoursToAdd': { status: 403, field: 'item' },
  'plan.notYoursToSay': { status: 403, field: 'item' },
  'plan.notInPlan': { status: 409, field: 'item' },
  'plan.notYoursToStrike': { status: 403, field: 'item' },
} as const satisfies Record<PlanProblem, { status: number; field: string }>
