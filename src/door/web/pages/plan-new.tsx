import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { addToPlan, type Owner, ownersFor } from '#work/plan/add.ts'
import { ITEM_KINDS, type ItemKind } from '#work/plan/item-kind.ts'
import { decidesWords, isThePerson } from '#work/plan/owner.ts'
import { isInPlan, type PlanItem, type PlanProblem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { AdditionFields } from '../plan/new/addition-fields.ts'
import { KindsPage } from '../plan/new/kinds-page.tsx'
import { NewItemPage, type ShownNew } from '../plan/new/new-item-page.tsx'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const NEW = '/people/:person/plan/new'

interface OnePlan {
  readonly Params: { readonly person: string; readonly itemKind: string }
  readonly Querystring: { readonly for?: string }
}

/** Adding something to a plan: what it is first, then a form for that. */
export function planNewPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OnePlan>(NEW, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const shown = await transaction(store, tx =>
      look(tx, visitorOf(request).actor, idFrom(request.params.person), { doing: 'look', place: 'plan' }, access =>
        readKinds(tx, access),
      ),
    )
    if (!shown.ok || shown.value.kinds.length === 0) throw notShown()
    return drawPage(request, reply, <KindsPage {...shown.value} />)
  })

  routes.get<OnePlan>(`${NEW}/:itemKind`, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(store, request, reply, { typed: typed ?? startedWith(request.query.for), problems: {} })
  })

  routes.post<OnePlan>(`${NEW}/:itemKind`, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const { personId, kind } = aboutOf(request)
    const visitor = visitorOf(request)
    const typed = typedIn(request.body)
    const read = AdditionFields.safeParse(typed)
    if (!read.success) return draw(store, request, reply, { typed, problems: problemsOf(read.error) })
    const added = await transaction(store, tx =>
      look(tx, visitor.actor, personId, { doing: 'write', place: 'plan' }, access =>
        addToPlan(tx, access, { ...read.data, kind }, visitor),
      ),
    )
    if (!added.ok) throw notShown()
    if (added.value.ok) return onward(reply, `/people/${personId}/plan?done=${added.value.value.became}`)
    const { problem } = added.value
    return draw(store, request, reply, { typed, problems: { [FIELDS[problem] ?? 'words']: problem } })
  })
}

/** Where what is wrong is said, when it is not at the words. */
const FIELDS: Partial<Record<PlanProblem, string>> = { 'plan.notYoursToAdd': 'owner', 'plan.itemNotShown': 'partOf' }

interface Form {
  readonly typed: Typed
  readonly problems: Problems
}

/** What the form begins with, when it is opened from a goal or a need. */
function startedWith(partOf: string | undefined): Typed {
  return partOf === undefined ? {} : { partOf }
}

async function draw(
  store: Store,
  request: FastifyRequest<OnePlan>,
  reply: FastifyReply,
  form: Form,
): Promise<FastifyReply> {
  const { personId, kind } = aboutOf(request)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'plan' }, access => readNew(tx, access, kind)),
  )
  if (!shown.ok || shown.value.owners.length === 0) throw notShown()
  const status = Object.keys(form.problems).length === 0 ? 200 : 422
  const page = <NewItemPage shown={shown.value} {...form} formKey={store.chance.id()} />
  return drawPage(request, reply, page, status)
}

async function readKinds(tx: Tx, access: Access) {
  const kinds: ItemKind[] = []
  for (const kind of ITEM_KINDS) if ((await ownersFor(tx, access, kind)).length > 0) kinds.push(kind)
  return { banner: await pageBanner(tx, access), isOwn: isThePerson(access), kinds }
}

async function readNew(tx: Tx, access: Access, kind: ItemKind): Promise<ShownNew> {
  const names = await organisationNamesById(tx)
  const isOwn = isThePerson(access)
  const owners = await ownersFor(tx, access, kind)
  const items = await readPlan(tx, access)
  return {
    banner: await pageBanner(tx, access),
    isOwn,
    kind,
    owners: owners.map(owner => choiceOf(access, owner, names.get(owner.id), isOwn)),
    parents: items.filter(item => isParent(item, kind) && access.mayContribute(item.ownerId, item.dataClass)),
  }
}

function choiceOf(access: Access, { id, code }: Owner, name: Bilingual | undefined, isOwn: boolean) {
  const isTheirs = decidesWords(access, { ownerId: id, ownerCode: code }, isOwn)
  return { id, name: code === THE_PERSON ? undefined : name, isTheirs }
}

/** What an item of a kind can be part of: a goal of a need, what somebody does of a goal. */
function isParent(item: PlanItem, kind: ItemKind): boolean {
  const parent = PARENTS[kind]
  return item.kind === parent && isInPlan(item)
}

const PARENTS: Partial<Record<ItemKind, ItemKind>> = {
  goal: 'need',
  action: 'goal',
  monitoring: 'goal',
  home: 'goal',
  anticipatory: 'goal',
}

function aboutOf({ params }: FastifyRequest<OnePlan>): { personId: string; kind: ItemKind } {
  const kind = ITEM_KINDS.find(one => one === params.itemKind)
  if (kind === undefined) throw notShown()
  return { personId: idFrom(params.person), kind }
}
