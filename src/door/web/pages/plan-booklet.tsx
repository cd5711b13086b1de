import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import { phonesByOrganisation } from '#record/organisation/phones.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import { readCareTeam } from '#work/care-team/care-team.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { visitorOf } from '../asked.ts'
import { BookletPage, type ShownBooklet } from '../booklet/booklet-page.tsx'
import { choiceIn } from '../booklet/choice.ts'
import { drawPage } from '../draw.tsx'
import type { WebMeans } from '../means.ts'
import { pageBanner } from '../person/page-banner.ts'
import { idFrom, notShown } from '../person/person-id.ts'

interface OneBooklet {
  readonly Params: { readonly person: string }
  readonly Querystring: Readonly<Record<string, unknown>>
}

/** The plan as a booklet to print. Whoever opens it takes a copy away, and the trail says so. */
export function planBookletPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneBooklet>(
    '/people/:person/plan/booklet',
    { for: 'visitors', does: 'export' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const { actor } = visitorOf(request)
      const shown = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'export', place: 'booklet' }, access => readShown(tx, access)),
      )
      if (!shown.ok) throw notShown()
      const choice = choiceIn(request.query, request.asked.say.language)
      return drawPage(request, reply, <BookletPage shown={shown.value} choice={choice} />)
    },
  )
}

async function readShown(tx: Tx, access: Access): Promise<ShownBooklet> {
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    aboutMe: (await readAboutMe(tx, access)) ?? [],
    items: await readPlan(tx, access),
    owners: await organisationNamesById(tx),
    team: await readCareTeam(tx, access),
    phones: await phonesByOrganisation(tx),
  }
}
