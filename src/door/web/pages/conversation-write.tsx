import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type NewEntry, writeEntry } from '#work/conversation/write.ts'
import { isThePerson } from '#work/plan/owner.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { readItem } from '#work/plan/read-plan.ts'
import { onward, visitorOf } from '../asked.ts'
import { choicesFor, ownerFrom } from '../conversation/choices.ts'
import { FIELDS, WriteForm as WriteFields } from '../conversation/fields.ts'
import { WritePage } from '../conversation/write-page.tsx'
import { dayIn } from '../day-field.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn } from '../typed.ts'

const PAGE = '/people/:person/conversation/write'

interface OneConversation {
  readonly Params: { readonly person: string }
  /** What somebody comes to write: a question, and the item of the plan that it is about. */
  readonly Querystring: { readonly kind?: string; readonly about?: string }
}

/** Somebody writes in a conversation: a word, a question or a decision. They read who will be able to read it first. */
export function conversationWritePage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneConversation>(PAGE, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    const typed = kept ?? begunWith(request.query)
    return draw(store, request, reply, { typed, problems: {}, wasKept: kept !== undefined })
  })

  routes.post<OneConversation>(PAGE, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const typed = typedIn(request.body)
    const read = WriteFields.safeParse(typed)
    if (!read.success) return draw(store, request, reply, { typed, problems: problemsOf(read.error), wasKept: false })
    const { actor } = visitorOf(request)
    const written = await transactionInTurn(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'conversation' }, access =>
        writeEntry(tx, access, entryIn(read.data, dayIn(typed, 'due'))),
      ),
    )
    if (!written.ok) throw notShown()
    if (written.value.ok) return onward(reply, `/people/${personId}/${whereTo(read.data)}`)
    const { problem } = written.value
    return draw(store, request, reply, { typed, problems: { [FIELDS[problem]]: problem }, wasKept: false })
  })
}

/** What a form begins with that is opened from a plan, or from an item of it: a question about it. */
function begunWith({ kind, about }: OneConversation['Querystring']): Typed {
  return { ...(kind === 'question' && { kind }), ...(about !== undefined && { about }) }
}

/** Back to the item that somebody asked about, where the question stands now; else to the conversation. */
function whereTo({ kind, about }: Fields): string {
  const isAbout = about !== undefined && kind === 'question'
  return isAbout ? `plan/items/${about}?done=question` : 'conversation?done=written'
}

type Fields = ReturnType<typeof WriteFields.parse>

function entryIn({ kind, part, owner, urgency, doer, about, ...rest }: Fields, dueOn: string | undefined): NewEntry {
  return {
    ...rest,
    dataClass: part,
    aboutItemId: about,
    ...(kind === 'question' && { asks: { owner: ownerFrom(owner), urgency } }),
    ...(kind === 'decision' && { decides: { ownerId: doer, dueOn } }),
  }
}

interface Form {
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

async function draw(
  store: Store,
  request: FastifyRequest<OneConversation>,
  reply: FastifyReply,
  form: Form,
): Promise<FastifyReply> {
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'conversation' }, async access => ({
      banner: await pageBanner(tx, access),
      isOwn: isThePerson(access),
      choices: await choicesFor(tx, access),
      about: await itemIn(tx, access, form.typed.about),
    })),
  )
  if (!shown.ok || shown.value.choices.parts.length === 0) throw notShown()
  const status = Object.keys(form.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <WritePage {...shown.value} {...form} formKey={store.chance.id()} />, status)
}

/** The item that a form is about; undefined where it names none that is open to whoever writes. */
async function itemIn(tx: Tx, access: Access, about: string | undefined): Promise<PlanItem | undefined> {
  const read = z.uuid().safeParse(about)
  if (!read.success) return undefined
  const [item] = await readItem(tx, [access], read.data)
  return item
}
