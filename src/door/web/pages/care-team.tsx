import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readCareTeam, type TeamMember } from '#work/care-team/care-team.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { nameCoordinator } from '#work/review/name-coordinator.ts'
import { mayWriteOf, whoMayBeResponsible } from '#work/review/responsible.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { MemberCard } from '../care-team/member-card.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Select } from '../parts/select.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'
import { typedIn } from '../typed.ts'

const TEAM = '/people/:person/team'

interface OnePerson {
  readonly Params: { readonly person: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly team: readonly TeamMember[]
  /** Those whom the reader may name care co-ordinator; none for whoever may not. */
  readonly able: readonly WorkerActor[]
}

/** Those who are with somebody: who they are, what they do, how to reach them, and who is the care co-ordinator. */
export function careTeamPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>(TEAM, { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'team' }, access => read(tx, access)),
    )
    if (!shown.ok) throw notShown()
    return drawPage(request, reply, <CareTeamPage shown={shown.value} />)
  })

  routes.post<OnePerson>(TEAM, { for: 'workers', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { coordinator = '' } = typedIn(request.body)
    const named = await transactionInTurn(store, tx =>
      look(tx, workerOf(request), personId, { doing: 'write', place: 'team' }, access =>
        nameCoordinator(tx, access, idFrom(coordinator)),
      ),
    )
    if (!named.ok || !named.value.ok) throw notShown()
    return onward(reply, `/people/${personId}/team`)
  })
}

async function read(tx: Tx, access: Access): Promise<Shown> {
  const mayName = access.actor.kind === 'worker' && mayWriteOf(access)
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    team: await readCareTeam(tx, access),
    able: mayName ? await whoMayBeResponsible(tx, access) : [],
  }
}

function CareTeamPage({ shown: { banner, isOwn, team, able } }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const title = say(isOwn ? 'careTeam.titleMine' : 'careTeam.title')
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      back={{ href: `${own}/plan`, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      {team.length === 0 && <p>{say('careTeam.none')}</p>}
      <ul class="app-members">
        {team.map(member => (
          <MemberCard key={member.id} member={member} personId={banner.personId} />
        ))}
      </ul>
      {team.some(({ photographId }) => photographId === undefined) && (
        <p class="nhsuk-hint">{say('careTeam.initials')}</p>
      )}
      {able.length > 0 && <NameCoordinator own={own} able={able} team={team} />}
    </Page>
  )
}

interface NameCoordinatorProps {
  readonly own: string
  readonly able: readonly WorkerActor[]
  readonly team: readonly TeamMember[]
}

function NameCoordinator({ own, able, team }: NameCoordinatorProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Details summary={say('careTeam.nameTitle')}>
      <form method="post" action={`${own}/team`}>
        <Select
          name="coordinator"
          label={say('careTeam.who')}
          labelSize="s"
          options={able.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          value={team.find(({ isCoordinator }) => isCoordinator)?.id}
        />
        <Button preventDoubleClick variant="secondary">
          {say('careTeam.name')}
        </Button>
      </form>
    </Details>
  )
}
