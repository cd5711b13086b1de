import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { look } from '#record/sharing/look.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import type { WishProblem } from '#record/sharing/wish/wish.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { type AboutSharing, citizenOf, readPage } from '../sharing/read-page.ts'
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
      look(tx, actor, personId, { doing: 'write', place: 'sharing' }, () => makeWish(tx, actor, personId, wish)),
    )
    if (!made.ok) throw notShown()
    if (made.value.ok) return onward(reply, `/people/${personId}/sharing?done=made`)
    const { problem } = made.value
    return draw(request, reply, store, {
      typed,
      problems: { [FIELDS[problem]]: problem },
      status: STATUS[problem] ?? 422,
    })
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

/** The field at which each refusal is said; `form` where no field is at fault. */
const FIELDS = {
  'wish.notYourRecord': 'form',
  'wish.capacityHolds': 'form',
  'wish.actTogether': 'form',
  'wish.nothingNamed': 'classes',
  'wish.unknownClass': 'classes',
  'wish.nobodyNamed': 'who',
  'wish.noTie': 'who',
  'wish.notYoursToDecide': 'classes',
  'wish.refusedMoreWidely': 'who',
  'wish.wordsTooLong': 'words',
  'wish.unknown': 'form',
} as const satisfies Record<WishProblem, string>

const STATUS: Partial<Record<Key, number>> = {
  'wish.notYourRecord': 403,
  'wish.capacityHolds': 403,
  'wish.actTogether': 403,
}
