import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { ABOUT_ME_PARTS, type AboutMePart, type AboutMeProblem, MEDIA_BYTES_MAX } from '#work/about-me/about-me.ts'
import { answerPart } from '#work/about-me/answer.ts'
import { findMedia, keepMedia, takeMediaAway } from '#work/about-me/media/keep-media.ts'
import { readPart, readPartHistory } from '#work/about-me/read-about-me.ts'
import { mayWrite } from '#work/about-me/who-decides.ts'
import { writePart } from '#work/about-me/write-part.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { AnswerFields, AwayFields, MediaFields, WordsFields } from '../about-me/fields.ts'
import { handOutMedia } from '../about-me/hand-out-media.ts'
import { PartPage } from '../about-me/part-page.tsx'
import type { ShownPart, Tried } from '../about-me/shown-part.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { UPLOAD_LIMITS, uploadIn } from '../files/upload.ts'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { letRecord } from '../security.ts'
import { problemsOf, typedIn } from '../typed.ts'

const PART = '/people/:person/about-me/:part'

interface OnePart {
  readonly Params: { readonly person: string; readonly part: string; readonly offer?: string; readonly media?: string }
}

type Request = FastifyRequest<OnePart>

/** One part of About me: read, written, answered, with a picture or a sound. */
export function aboutMePartPages(routes: Routes, means: WebMeans): void {
  routes.get<OnePart>(PART, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const typed = await means.visits.takeHeldForm(visitorOf(request), request.url)
    return draw(means, request, reply, typed && { form: 'words', typed, problems: {}, wasKept: true })
  })
  routes.post<OnePart>(PART, { for: 'visitors', does: ['write', 'look'] }, (request, reply) =>
    write(means, request, reply),
  )
  mediaRoutes(routes, means)
  routes.post<OnePart>(`${PART}/offers/:offer/answer`, { for: 'visitors', does: ['write', 'look'] }, (request, reply) =>
    answer(means, request, reply),
  )
  backTo(routes, `${PART}/offers/:offer/answer`)
}

function mediaRoutes(routes: Routes, means: WebMeans): void {
  routes.post<OnePart>(`${PART}/media`, { for: 'visitors', does: ['write', 'look'] }, (request, reply) =>
    upload(means, request, reply),
  )
  routes.post<OnePart>(`${PART}/media/away`, { for: 'visitors', does: 'write' }, async (request, reply) => {
    const { part } = aboutOf(request)
    const { afterId } = AwayFields.parse(typedIn(request.body))
    const taken = await written(means, request, (tx, access, by) => takeMediaAway(tx, access, { part, afterId }, by))
    if (!taken.ok && taken.problem !== 'aboutMe.hasChanged') throw notShown()
    return taken.ok ? done(request, reply, 'away') : onward(reply, pathOf(request))
  })
  backTo(routes, `${PART}/media`)
  backTo(routes, `${PART}/media/away`)
  routes.get<OnePart>(`${PART}/media/:media`, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { actor } = visitorOf(request)
    const { personId } = aboutOf(request)
    const mediaId = idFrom(request.params.media ?? '')
    const found = await transaction(means.store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'about-me' }, access => findMedia(tx, access, mediaId)),
    )
    if (!found.ok || found.value === undefined) throw notShown()
    return handOutMedia(request, reply, found.value)
  })
}

/** Where somebody comes back to who had to sign in before a form could be taken: to the part that it was about. */
function backTo(routes: Routes, path: string): void {
  routes.get<OnePart>(path, { for: 'visitors', does: 'nothing' }, (request, reply) => onward(reply, pathOf(request)))
}

async function write(means: WebMeans, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const { part } = aboutOf(request)
  const typed = typedIn(request.body)
  const tried = { form: 'words', typed, wasKept: false } as const
  const read = WordsFields.safeParse(typed)
  if (!read.success) return draw(means, request, reply, { ...tried, problems: problemsOf(read.error) })
  const sent = await written(means, request, (tx, access, by) => writePart(tx, access, { ...read.data, part }, by))
  if (sent.ok) return done(request, reply, sent.value)
  return draw(means, request, reply, { ...tried, problems: { [FIELDS[sent.problem] ?? 'words']: sent.problem } })
}

async function upload(means: WebMeans, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const { part } = aboutOf(request)
  const { fields, bytes, isTooLarge } = await uploadIn(request, MEDIA_LIMITS)
  const typed = Object.fromEntries(fields)
  const tried = { form: 'media', typed, wasKept: false } as const
  const read = MediaFields.safeParse(typed)
  if (!read.success || isTooLarge) {
    const problems = { ...(!read.success && problemsOf(read.error)), ...(isTooLarge && TOO_LARGE) }
    return draw(means, request, reply, { ...tried, problems })
  }
  const { tells, tellsLanguage: language, afterId } = read.data
  const media = { part, afterId, tells, language, bytes: Buffer.concat(bytes) }
  const kept = await written(means, request, (tx, access, by) => keepMedia(tx, access, media, by))
  if (kept.ok) return done(request, reply, 'media')
  return draw(means, request, reply, { ...tried, problems: { [FIELDS[kept.problem] ?? 'file']: kept.problem } })
}

const TOO_LARGE = { file: 'aboutMe.fileTooLarge' } as const
const MEDIA_LIMITS = { ...UPLOAD_LIMITS, fileSize: MEDIA_BYTES_MAX, fieldSize: 8000 }

async function answer(means: WebMeans, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const { part } = aboutOf(request)
  const proposalId = idFrom(request.params.offer ?? '')
  const typed = typedIn(request.body)
  const tried = { form: 'answer', proposalId, typed, wasKept: false } as const
  const read = AnswerFields.safeParse(typed)
  if (!read.success) {
    const problems = Object.entries(problemsOf(read.error)).map(([field, key]) => [`${field}-${proposalId}`, key])
    return draw(means, request, reply, { ...tried, problems: Object.fromEntries(problems) })
  }
  const said = { part, proposalId, accepted: read.data.accepted === 'yes', words: read.data.answer }
  const answered = await written(means, request, (tx, access, by) => answerPart(tx, access, said, by))
  if (answered.ok) return done(request, reply, 'answered')
  if (answered.problem === 'aboutMe.alreadyAnswered') return onward(reply, pathOf(request))
  return draw(means, request, reply, { ...tried, problems: { [`accepted-${proposalId}`]: answered.problem } })
}

/** At which field each problem is told, where it is not the first of its form. */
const FIELDS: Partial<Readonly<Record<AboutMeProblem, string>>> = {
  'aboutMe.helpedByTooLong': 'helpedBy',
  'aboutMe.tellsMissing': 'tells',
  'aboutMe.tellsTooLong': 'tells',
}

type Act<Value> = (
  tx: Tx,
  access: Access,
  by: { readonly accountId: string; readonly name: string },
) => Promise<Outcome<Value, AboutMeProblem>>

/** Runs an act with leave to write. What is not shown, or not theirs, is answered as if it were not there. */
async function written<Value>(
  { store }: WebMeans,
  request: Request,
  act: Act<Value>,
): Promise<Outcome<Value, AboutMeProblem>> {
  const { actor, accountId, name } = visitorOf(request)
  const { personId } = aboutOf(request)
  const sent = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'write', place: 'about-me' }, access => act(tx, access, { accountId, name })),
  )
  if (!sent.ok || (!sent.value.ok && REFUSALS.includes(sent.value.problem))) throw notShown()
  return sent.value
}

const REFUSALS: readonly AboutMeProblem[] = ['aboutMe.notShown', 'aboutMe.notYours']

function done(request: Request, reply: FastifyReply, what: string): FastifyReply {
  const { personId } = aboutOf(request)
  return onward(reply, `/people/${personId}/about-me?done=${what}`)
}

async function draw(
  { store }: WebMeans,
  request: Request,
  reply: FastifyReply,
  tried: Tried | undefined,
): Promise<FastifyReply> {
  const { actor } = visitorOf(request)
  const { personId, part } = aboutOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'about-me' }, access =>
      readShown(tx, access, part, store.chance.id()),
    ),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  if (shown.value.may === 'decide') letRecord(reply)
  const status = Object.keys(tried?.problems ?? {}).length > 0 ? 422 : 200
  return drawPage(request, reply, <PartPage shown={shown.value} tried={tried} />, status)
}

async function readShown(tx: Tx, access: Access, name: AboutMePart, formKey: string): Promise<ShownPart | undefined> {
  const part = await readPart(tx, access, name)
  const may = await mayWrite(tx, access)
  if (part === undefined || may === undefined) return undefined
  return {
    part,
    may,
    formKey,
    banner: await pageBanner(tx, access),
    history: await readPartHistory(tx, access, name),
    isOwn: isThePerson(access),
  }
}

function aboutOf({ params }: Request): { readonly personId: string; readonly part: AboutMePart } {
  const part = z.enum(ABOUT_ME_PARTS).safeParse(params.part)
  if (!part.success) throw notShown()
  return { personId: idFrom(params.person), part: part.data }
}

function pathOf(request: Request): string {
  const { personId, part } = aboutOf(request)
  return `/people/${personId}/about-me/${part}`
}
