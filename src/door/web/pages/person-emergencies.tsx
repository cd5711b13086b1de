import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import {
  emergenciesOfPerson,
  haveReadOfEmergency,
  type PersonsEmergency,
} from '#record/sharing/emergency/person-emergencies.ts'
import { look } from '#record/sharing/look.ts'
import { onward, useSay, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { PersonCard } from '../emergency/person-card.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

const LIST = '/people/:person/emergencies'

interface OnePerson {
  readonly Params: { readonly person: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly emergencies: readonly PersonsEmergency[]
}

/** The times a record was opened in an emergency, for the person alone: who, why, what was seen, what came of it. */
export function personEmergenciesPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>(LIST, { for: 'citizens', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'emergencies' }, access => readShown(tx, access)),
    )
    if (!shown.ok || !shown.value.ok) throw notShown()
    return drawPage(request, reply, <EmergenciesPage shown={shown.value.value} />)
  })

  routes.post<{ Params: { person: string; emergency: string } }>(
    `${LIST}/:emergency/read`,
    { for: 'citizens', does: 'write' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const emergencyId = idFrom(request.params.emergency)
      const { actor } = visitorOf(request)
      const read = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'write', place: 'emergencies' }, access =>
          haveReadOfEmergency(tx, access, emergencyId),
        ),
      )
      if (!read.ok || !read.value.ok) throw notShown()
      return onward(reply, `/people/${personId}/emergencies`)
    },
  )
}

async function readShown(tx: Tx, access: Access): Promise<Outcome<Shown, 'record.notShown'>> {
  const emergencies = await emergenciesOfPerson(tx, access)
  if (!emergencies.ok) return emergencies
  const banner = await pageBanner(tx, access)
  return done({ banner, emergencies: emergencies.value })
}

function EmergenciesPage({ shown: { banner, emergencies } }: { shown: Shown }): JSX.Element {
  const say = useSay()
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={say('emergencyPerson.title')}
      back={{ href: `${own}/looks`, text: say('looks.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{say('emergencyPerson.title')}</h1>
      <p class="nhsuk-lede-text">{say('emergencyPerson.intro')}</p>
      {emergencies.length === 0 && <p>{say('emergencyPerson.none')}</p>}
      {emergencies.map(emergency => (
        <PersonCard key={emergency.id} emergency={emergency} personId={banner.personId} />
      ))}
      {emergencies.length > 0 && (
        <p>
          <a href={`${own}/looks?only=emergency`}>{say('emergencyPerson.ask')}</a>
        </p>
      )}
    </Page>
  )
}
