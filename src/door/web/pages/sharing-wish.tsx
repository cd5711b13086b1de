import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { decideSharing } from '#record/sharing/wish/decide-sharing.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import type { WishProblem } from '#record/sharing/wish/wish.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { idFrom } from '../person/person-id.ts'
import { type AboutSharing, citizenOf, readPage, sharingProblem } from '../sharing/read-page.ts'
import { wishIn } from '../sharing/wish-fields.ts'
import { type WishAsked, WishPage } from '../sharing/wish-page.tsx'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const WISH = '/people/:person/sharing/wish'

type OneWish = AboutSharing & { readonly Querystring: Readonly<Record<string, string | undefined>> }

const Asked = z.object({
  kind: z.enum(['allow', 'refuse']).catch('refuse'),
  class: z.string().optional().catch(undefined),
  line: z.string().optional().catch(undefined),
})

/** One wish: whom it names, what it is about, and in the person's own words if they like. */
export function sharingWishPage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneWish>(WISH, { for: 'citizens', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed: kept, problems: {}, status: 200 })
  })

  routes.post<OneWish>(WISH, { for: 'citizens', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const typed = typedIn(request.body)
    const wish = wishIn(Asked.parse(request.query).kind, typed)
    if (wish === undefined)
      return draw(request, reply, store, { typed, problems: { who: 'wish.nobodyNamed' }, status: 422 })
    const made = await transaction(store, tx =>
      decideSharing(tx, actor, personId, () => makeWish(tx, actor, personId, wish)),
    )
    if (made.ok) return onward(reply, `/people/${personId}/sharing?done=made`)
    const { problem } = made
    const field = problem === 'record.notShown' ? undefined : FIELDS[problem]
    if (field === undefined) throw sharingProblem(problem)
    return draw(request, reply, store, { typed, problems: { [field]: problem as WishProblem }, status: 422 })
  })
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

async function draw(request: FastifyRequest<OneWish>, reply: FastifyReply, store: Store, form: Form) {
  const asked: WishAsked = { ...Asked.parse(request.query), typed: form.typed, problems: form.problems }
  const shown = await readPage(request, store)
  return drawPage(request, reply, <WishPage shown={shown} asked={asked} />, form.status)
}

/** The field at which a refusal is said. What is not about a field is a page of its own. */
const FIELDS: Readonly<Partial<Record<WishProblem, string>>> = {
  'wish.nothingNamed': 'classes',
  'wish.unknownClass': 'classes',
  'wish.notYoursToDecide': 'classes',
  'wish.nobodyNamed': 'who',
  'wish.noTie': 'who',
  'wish.refusedMoreWidely': 'who',
  'wish.wordsTooLong': 'words',
}
