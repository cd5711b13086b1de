import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { type UnansweredTeam, unansweredTeams } from '#work/conversation/escalate.ts'
import { type OverdueTeam, overdueTeams } from '#work/hand-over/escalate.ts'
import { HAND_OVER_TOPIC, type HandOver } from '#work/hand-over/hand-over.ts'
import { handOversOf, peopleHandedOn, peopleOfHandOvers } from '#work/hand-over/read.ts'
import { type LateTeam, lateTeams } from '#work/ledger/escalate.ts'
import { type UntakenTeam, untakenTeams } from '#work/notice/receipts/read-receipts.ts'
import { useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { HandOverCard } from '../hand-over/hand-over-card.tsx'
import { LateTeams } from '../hand-over/late-teams.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'

/** A hand-over with the name of whom it is about. */
interface Listed {
  readonly handOver: HandOver
  readonly name: string
}

/** What is handed on to a worker's team and by it, what waits first; for whoever answers for a body, which teams are late. */
export function handOversPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get('/hand-overs', { for: 'workers', does: 'list' }, async (request, reply) => {
    const worker = workerOf(request)
    const read = await transaction(store, async tx => ({
      listed: await listFor(tx, worker),
      overdue: await overdueTeams(tx, worker),
      untaken: await untakenTeams(tx, worker),
      unread: await lateTeams(tx, worker),
      unanswered: await unansweredTeams(tx, worker),
    }))
    return drawPage(request, reply, <HandOversPage {...read} teamId={worker.teamId} />)
  })

  routes.get('/hand-overs/live', { for: 'workers', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'hand-over' }),
  )
  live.tell(HAND_OVER_TOPIC, 'hand-over', (tx, ids, watchers) => tellHandOvers(tx, live, ids, watchers))
}

async function listFor(tx: Tx, worker: WorkerActor): Promise<Listed[]> {
  const people = worker.teamId === undefined ? [] : await peopleHandedOn(tx, worker.teamId)
  const pairs = people.map(personId => ({ actor: worker, personId }))
  const asking = { doing: 'list', place: 'hand-overs' } as const
  const listed = await lookAtMany(tx, pairs, asking, accesses => listedIn(tx, accesses))
  return listed.flat().filter(({ handOver }) => concerns(worker, handOver))
}

/** In the order of the accesses. */
async function listedIn(tx: Tx, accesses: readonly Access[], only?: readonly string[]): Promise<Listed[][]> {
  const handOvers = await handOversOf(tx, accesses, only)
  const banners = await bannersOf(tx, accesses)
  return handOvers.map((about, place) => about.map(handOver => ({ handOver, name: banners[place]?.name ?? '' })))
}

/** What a team has to do with: what it was asked and has not answered, and what it asked and has not seen answered. */
function concerns({ teamId }: WorkerActor, { toTeamId, fromTeamId, answer, isSeen }: HandOver): boolean {
  if (teamId === undefined) return false
  if (toTeamId === teamId) return answer === undefined
  return fromTeamId === teamId && !isSeen && answer?.kind !== 'withdrawn'
}

async function tellHandOvers(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfHandOvers(tx, ids)
  return tellThoseTied(tx, live, { people, place: 'hand-overs', watchers }, async accesses => {
    const listed = await listedIn(tx, accesses, ids)
    return listed.map((about, place) =>
      about
        .filter(({ handOver }) => isOfTeam(accesses[place], handOver))
        .map(({ handOver, name }) => <HandOverCard key={handOver.id} handOver={handOver} name={name} />),
    )
  })
}

function isOfTeam(access: Access | undefined, { toTeamId, fromTeamId }: HandOver): boolean {
  if (access?.actor.kind !== 'worker' || access.actor.teamId === undefined) return false
  return [toTeamId, fromTeamId].includes(access.actor.teamId)
}

interface HandOversPageProps {
  readonly listed: readonly Listed[]
  readonly overdue: readonly OverdueTeam[]
  readonly untaken: readonly UntakenTeam[]
  readonly unanswered: readonly UnansweredTeam[]
  /** With messages of agencies' systems that nobody has put right. */
  readonly unread: readonly LateTeam[]
  readonly teamId: string | undefined
}

function HandOversPage({ listed, overdue, untaken, unanswered, unread, teamId }: HandOversPageProps): JSX.Element {
  const { say } = useAsked()
  const asked = listed.filter(({ handOver }) => handOver.toTeamId === teamId)
  const handedOn = listed.filter(({ handOver }) => handOver.toTeamId !== teamId)
  return (
    <Page title={say('handOver.title')} live>
      <h1 class="nhsuk-heading-l">{say('handOver.title')}</h1>
      <LateTeams heading={say('handOver.overdue')} teams={overdue} line={of => say('handOver.overdueCount', of)} />
      <LateTeams heading={say('receipt.untakenTitle')} teams={untaken} line={of => say('receipt.untaken', of)} />
      <LateTeams
        heading={say('conversation.teamsLate')}
        teams={unanswered}
        line={of => say('conversation.teamLate', of)}
      />
      <LateTeams heading={say('messages.lateTitle')} teams={unread} line={of => say('messages.late', of)} />
      {teamId !== undefined && (
        <LiveRegion id="hand-overs" from="/hand-overs/live">
          <h2 class="nhsuk-heading-m">{say('handOver.toAnswer', { count: asked.length })}</h2>
          <ul class="app-notices" data-rows>
            {asked.map(one => (
              <HandOverCard key={one.handOver.id} {...one} />
            ))}
          </ul>
          <h2 class="nhsuk-heading-m">{say('handOver.handedOn', { count: handedOn.length })}</h2>
          <ul class="app-notices">
            {handedOn.map(one => (
              <HandOverCard key={one.handOver.id} {...one} />
            ))}
          </ul>
        </LiveRegion>
      )}
    </Page>
  )
}
