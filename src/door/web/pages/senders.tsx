import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { readWaitingKinds, type WaitingKind } from '#work/ledger/read-waiting.ts'
import { type ListedSender, readSenders } from '#work/sender/read-senders.ts'
import { useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Hidden } from '../parts/hidden.tsx'
import { Table } from '../parts/table.tsx'

/** Every system that may send, and those that send without having been let in, for whoever looks after them. */
export function sendersPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/senders', { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const read = await transaction(store, async tx => ({
      senders: await readSenders(tx, officer),
      kinds: await readWaitingKinds(tx, officer),
    }))
    return drawPage(request, reply, <SendersPage {...read} />)
  })
}

function SendersPage({ senders, kinds }: { senders: readonly ListedSender[]; kinds: readonly WaitingKind[] }) {
  const say = useSay()
  const unknown = kinds.filter(({ sender, mine }) => !sender.isKnown && mine > 0 && sender.application !== '')
  return (
    <Page title={say('sender.title')}>
      <h1 class="nhsuk-heading-xl">{say('sender.title')}</h1>
      <p class="nhsuk-lede-text">{say('sender.lede')}</p>
      {unknown.length > 0 && <Unknown kinds={unknown} />}
      <Table
        caption={say('sender.all')}
        captionSize="l"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('sender.system') },
          { heading: say('sender.organisation') },
          { heading: say('sender.owner') },
          { heading: say('sender.waiting'), numeric: true },
          { heading: say('sender.last') },
        ]}
        rows={senders.map(sender => ({
          cells: [
            { content: <a href={`/senders/${sender.id}`}>{say('messages.knownSender', sender)}</a> },
            say.of(sender.organisation),
            say.of(sender.owner),
            new Intl.NumberFormat(say.language).format(sender.waiting),
            sender.lastReceivedAt === undefined ? say('messages.never') : say.moment(sender.lastReceivedAt),
          ],
        }))}
      />
    </Page>
  )
}

function Unknown({ kinds }: { kinds: readonly WaitingKind[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('sender.unknown')}</h2>
      <p>{say('sender.unknownWhat')}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {kinds.map(({ sender, count }) => {
          const name = say('messages.knownSender', sender)
          const query = new URLSearchParams({ application: sender.application, facility: sender.facility })
          return (
            <li key={name}>
              {name}: {say('sender.replayWhat', { count })}{' '}
              <a href={`/senders/let-in?${query}`}>
                {say('sender.letIn')} <Hidden>{name}</Hidden>
              </a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
