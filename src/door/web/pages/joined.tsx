import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { readJoined } from '#work/identity/joined/read-joined.ts'
import { visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { JoinedPage } from '../joined/joined-page.tsx'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

/** Which records are joined as one person, for the person, whoever acts for them, and an officer with a task about them. */
export function joinedPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>('/people/:person/records', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'records' }, async access => {
        const joined = await readJoined(tx, access)
        const banner = await pageBanner(tx, access)
        return { joined, banner }
      }),
    )
    if (!shown.ok || !shown.value.joined.ok) throw notShown()
    const done = z.enum(['sent', 'ended', 'taken']).safeParse(request.query.done)
    const { banner, joined } = shown.value
    return drawPage(request, reply, <JoinedPage shown={{ banner, joined: joined.value }} done={done.data} />)
  })
}
