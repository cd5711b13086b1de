import type { FastifyRequest } from 'fastify'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { ProblemError } from '#ground/problem.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { look } from '#record/sharing/look.ts'
import { readSharing, type Sharing } from '#record/sharing/wish/read-sharing.ts'
import { visitorOf } from '../asked.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'

/** A request about one person's sharing. */
export interface AboutSharing {
  readonly Params: { readonly person: string }
}

/** What a page about sharing shows: whom it is about, and who may see what. */
export interface SharingPage {
  readonly banner: PageBanner
  readonly sharing: Sharing
  readonly formKey: string
}

/** The citizen of a page that is for citizens. For everybody else the web door has found nothing there. */
export function citizenOf(request: FastifyRequest): CitizenActor {
  const { actor } = visitorOf(request)
  if (actor.kind !== 'citizen') throw new Error('a page for citizens was reached by somebody else')
  return actor
}

/** Reads who may see what, for the person or whoever lawfully decides about it. Throws `notShown` for everybody else. */
export async function readPage(request: FastifyRequest<AboutSharing>, store: Store): Promise<SharingPage> {
  const personId = idFrom(request.params.person)
  const actor = citizenOf(request)
  const shown = await transaction(store, async tx =>
    look(tx, actor, personId, { doing: 'look', place: 'sharing' }, async access => {
      const sharing = await readSharing(tx, access)
      const banner = await pageBanner(tx, access)
      return { sharing, banner, formKey: tx.newId() }
    }),
  )
  if (!shown.ok || !shown.value.sharing.ok) throw notShown()
  return { ...shown.value, sharing: shown.value.sharing.value }
}

/** The page that a refused act is answered with: nothing is there for whoever may see nothing, else what was refused. */
export function sharingProblem(problem: Key | 'record.notShown'): ProblemError {
  if (problem === 'record.notShown') return notShown()
  return new ProblemError(problem, problem === 'wish.unknown' || problem === 'invitation.unknown' ? 404 : 403)
}
