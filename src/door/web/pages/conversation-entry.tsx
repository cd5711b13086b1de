import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { contributorIn } from '#work/conversation/contributor.ts'
import { contributorOf, readersOf } from '#work/conversation/entry.ts'
import { mayPassOn } from '#work/conversation/pass-on.ts'
import { isTheirs, readEntries } from '#work/conversation/read.ts'
import { isColleagues, mayStrike } from '#work/conversation/strike.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { onward, visitorOf } from '../asked.ts'
import { ACTS } from '../conversation/act-on-entry.ts'
import { ENTRY_FORMS, type EntryFormName, type FilledForm, type ShownEntry } from '../conversation/entry.ts'
import { EntryPage } from '../conversation/entry-page.tsx'
import { FIELDS } from '../conversation/fields.ts'
import { drawPage } from '../draw.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { problemsOf, typedIn } from '../typed.ts'

const ENTRY = '/people/:person/conversation/:said'

interface OneEntry {
  readonly Params: { readonly person: string; readonly said: string }
}

/** One entry of a conversation: the answer to a question, passing it on, striking through what is wrong. */
export function conversationEntryPages(routes: Routes, means: WebMeans): void {
  routes.get<OneEntry>(ENTRY, { for: 'visitors', does: 'look' }, (request, reply) =>
    draw(means.store, request, reply, undefined),
  )
  for (const form of ENTRY_FORMS) formOf(routes, means, form)
}

/** Where a form is sent to, and where it is found again by somebody who had to sign in before it could be taken. */
function formOf(routes: Routes, { store, visits }: WebMeans, form: EntryFormName): void {
  const path = `${ENTRY}/${form}`

  routes.get<OneEntry>(path, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    if (typed === undefined) return onward(reply, addressOf(request))
    return draw(store, request, reply, { form, typed, problems: {}, wasKept: true })
  })

  routes.post<OneEntry>(path, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const { personId, entryId } = idsOf(request)
    const typed = typedIn(request.body)
    const asked = ACTS[form](typed)
    if ('error' in asked)
      return draw(store, request, reply, { form, typed, problems: problemsOf(asked.error), wasKept: false })
    const { actor } = visitorOf(request)
    const did = await transactionInTurn(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'conversation' }, access => asked.act(tx, access, entryId)),
    )
    if (!did.ok || (!did.value.ok && did.value.problem === 'conversation.notShown')) throw notShown()
    if (did.value.ok) return onward(reply, `/people/${personId}/conversation?done=${did.value.value}`)
    const { problem } = did.value
    return draw(store, request, reply, { form, typed, problems: { [FIELDS[problem]]: problem }, wasKept: false })
  })
}

async function draw(
  store: Store,
  request: FastifyRequest<OneEntry>,
  reply: FastifyReply,
  filled: FilledForm | undefined,
): Promise<FastifyReply> {
  const { personId, entryId } = idsOf(request)
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'conversation' }, access => readShown(tx, access, entryId)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  untilItCloses(reply, shown.value.emergency, request.asked.now)
  const status = filled !== undefined && Object.keys(filled.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <EntryPage shown={shown.value} filled={filled} action={addressOf(request)} />, status)
}

async function readShown(tx: Tx, access: Access, entryId: string): Promise<ShownEntry | undefined> {
  const [entry] = await readEntries(tx, access, [entryId])
  if (entry === undefined) return undefined
  const { question, dataClass } = entry
  const own = await contributorIn(tx, access, dataClass)
  const mayAnswer = question?.isOpen === true && isTheirs(access.actor, question) && own !== undefined
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    entry,
    readers: await readersOf(tx, access, await contributorOf(tx, entry), dataClass),
    answerReaders: mayAnswer ? await readersOf(tx, access, own, dataClass) : [],
    mayAnswer,
    mayPassOn: mayPassOn(access, entry),
    mayStrike: mayStrike(access, entry),
    mayMisfile: isColleagues(access, entry),
    formKey: tx.newId(),
    emergency: await openEmergencyOf(tx, access),
  }
}

function idsOf({ params: { person, said } }: FastifyRequest<OneEntry>): { personId: string; entryId: string } {
  return { personId: idFrom(person), entryId: idFrom(said) }
}

function addressOf(request: FastifyRequest<OneEntry>): string {
  const { personId, entryId } = idsOf(request)
  return `/people/${personId}/conversation/${entryId}`
}
