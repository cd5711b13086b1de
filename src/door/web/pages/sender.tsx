import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import {
  findListed,
  type ListedSender,
  type MapVersion,
  type NamedTeam,
  readMapVersions,
  readTeams,
} from '#work/sender/read-senders.ts'
import { useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { senderField } from '../message/wanted.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { MapTables } from '../sender/map-table.tsx'
import { Versions } from '../sender/versions.tsx'
import { typedIn } from '../typed.ts'

interface OneSender {
  readonly Params: { readonly sender: string }
}

const DONE: Readonly<Record<string, Key>> = { saved: 'sender.saved', 'let-in': 'sender.letInDone' }

/** One system: whose it is, how what it sends is read, in words, and how that came to be. */
export function senderPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneSender>(
    '/senders/:sender',
    { for: ['integration-officer'], does: 'nothing' },
    async (request, reply) => {
      const officer = workerOf(request)
      const id = idFrom(request.params.sender)
      const read = await transaction(store, async tx => ({
        sender: await findListed(tx, officer, id),
        versions: await readMapVersions(tx, id),
        teams: await readTeams(tx),
      }))
      const { sender } = read
      if (sender === undefined) throw notShown()
      const done = DONE[typedIn(request.query).done ?? '']
      return drawPage(request, reply, <SenderPage {...read} sender={sender} done={done} />)
    },
  )
}

interface SenderPageProps {
  readonly sender: ListedSender
  readonly versions: readonly MapVersion[]
  readonly teams: readonly NamedTeam[]
  readonly done: Key | undefined
}

function SenderPage({ sender, versions, teams, done }: SenderPageProps): JSX.Element {
  const say = useSay()
  const title = say('messages.knownSender', sender)
  const [newest] = versions
  return (
    <Page title={title} back={{ href: '/senders', text: say('sender.back') }}>
      {done !== undefined && <NotificationBanner success message={say.plain(done)} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <SummaryList
        rows={[
          { key: say('sender.organisation'), value: say.of(sender.organisation) },
          { key: say('sender.owner'), value: say.of(sender.owner) },
          {
            key: say('sender.last'),
            value: sender.lastReceivedAt === undefined ? say('messages.never') : say.moment(sender.lastReceivedAt),
          },
          { key: say('sender.waiting'), value: say('sender.replayWhat', { count: sender.waiting }) },
        ]}
      />
      {sender.waiting > 0 && sender.mayTend && (
        <form method="post" action="/messages" class="app-act">
          <input type="hidden" name="sender" value={senderField(sender)} />
          <Button variant={done === undefined ? 'secondary' : undefined} preventDoubleClick>
            {say('sender.replayWaiting', { count: sender.waiting })}
          </Button>
        </form>
      )}
      <h2 class="nhsuk-heading-l">{say('sender.map')}</h2>
      {newest !== undefined && (
        <p>{say('sender.mapVersion', { version: String(newest.version), when: say.moment(newest.startedAt) })}</p>
      )}
      <MapTables map={newest?.map ?? {}} teams={teams} />
      {sender.mayTend ? (
        <Button href={`/senders/${sender.id}/map`} variant="secondary">
          {say('sender.change')}
        </Button>
      ) : (
        <p>{say('sender.notYours')}</p>
      )}
      <Versions versions={versions} teams={teams} />
    </Page>
  )
}
