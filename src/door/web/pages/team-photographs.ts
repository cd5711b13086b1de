import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { findTeamPhotograph } from '#work/care-team/care-team.ts'
import { findWritersPhotograph } from '#work/conversation/read.ts'
import { handOutMedia } from '../about-me/hand-out-media.ts'
import { visitorOf } from '../asked.ts'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'

interface OnePhotograph {
  readonly Params: { readonly person: string; readonly photograph: string }
}

/**
 * The photographs of those who are with somebody, each to whoever is shown that worker's name there: on the team, or under
 * what they wrote. To everybody else there is none. The page with the names was the look that the trail tells of; a
 * picture of a worker lets through nothing of the person's, and is no second one.
 */
export function teamPhotographs(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePhotograph>(
    '/people/:person/photographs/:photograph',
    { for: 'visitors', does: 'nothing' },
    async (request, reply) => {
      const pair = { actor: visitorOf(request).actor, personId: idFrom(request.params.person) }
      const photographId = idFrom(request.params.photograph)
      const found = await transaction(store, tx =>
        lookAtMany(tx, [pair], { doing: 'look', place: 'team' }, async ([access]) =>
          access === undefined
            ? undefined
            : ((await findTeamPhotograph(tx, access, photographId)) ??
              (await findWritersPhotograph(tx, access, photographId))),
        ),
      )
      if (found === undefined) throw notShown()
      return handOutMedia(request, reply, found)
    },
  )
}
