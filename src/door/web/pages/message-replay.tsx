import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type ReplayProgress, readReplay } from '#work/ledger/read-replay.ts'
import { onward, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { reasonIn } from '../message/reason.ts'
import { Button } from '../parts/button.tsx'
import { Table } from '../parts/table.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

const REPLAY = '/messages/replays/:replay'

interface OneReplay {
  readonly Params: { readonly replay: string }
}

/** How far a replay of several messages is, for the officers of the organisation that asked for it. */
export function messageReplayPage(routes: Routes, { store, replayer }: WebMeans): void {
  routes.get<OneReplay>(REPLAY, { for: ['integration-officer'], does: 'nothing' }, async (request, reply) => {
    const id = idFrom(request.params.replay)
    const isAtWork = replayer.isAtWork(id)
    const progress = await transaction(store, tx => readReplay(tx, workerOf(request), id))
    if (progress === undefined) throw notShown()
    return drawPage(request, reply, <ReplayPage progress={progress} isAtWork={isAtWork} />)
  })

  routes.post<OneReplay>(REPLAY, { for: ['integration-officer'], does: 'write' }, async (request, reply) => {
    const officer = workerOf(request)
    const id = idFrom(request.params.replay)
    const progress = await transaction(store, tx => readReplay(tx, officer, id))
    if (progress === undefined) throw notShown()
    await replayer.goOn(officer, id)
    return onward(reply, `/messages/replays/${id}`)
  })
}

function ReplayPage({ progress, isAtWork }: { progress: ReplayProgress; isAtWork: boolean }): JSX.Element {
  const say = useSay()
  const { id, all, remaining, startedBy, startedAt } = progress
  const title = say(remaining === 0 ? 'replay.titleDone' : 'replay.title')
  return (
    <Page
      title={title}
      back={{ href: '/messages', text: say('replay.backToWaiting') }}
      live={remaining > 0 && isAtWork}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p>{say('replay.startedBy', { who: startedBy, when: say.moment(startedAt) })}</p>
      {remaining > 0 && <HowFar progress={progress} />}
      {remaining > 0 && isAtWork && (
        <p>
          {say('replay.goesOn')} <a href={`/messages/replays/${id}`}>{say('replay.lookAgain')}</a>
        </p>
      )}
      {remaining > 0 && !isAtWork && (
        <>
          <WarningCallout>{say('replay.brokenOff')}</WarningCallout>
          <form method="post" action={`/messages/replays/${id}`}>
            <Button preventDoubleClick>{say('replay.goOn')}</Button>
          </form>
        </>
      )}
      {all > remaining && <Tally progress={progress} />}
    </Page>
  )
}

function HowFar({ progress: { all, remaining } }: { progress: ReplayProgress }): JSX.Element {
  const say = useSay()
  const number = new Intl.NumberFormat(say.language)
  const said = say('replay.soFar', { count: number.format(all - remaining), all: number.format(all) })
  return (
    <>
      <p id="so-far">{said}</p>
      <progress class="app-progress" value={all - remaining} max={all} aria-label={say('replay.progress')} />
    </>
  )
}

function Tally({ progress }: { progress: ReplayProgress }): JSX.Element {
  const say = useSay()
  const { applied, failed, dealtWith, remaining } = progress
  const number = new Intl.NumberFormat(say.language)
  const rows = [
    { content: say('replay.applied'), count: applied },
    ...failed.map(({ reason, count, messageId }) => ({
      content: (
        <>
          {say('replay.failed')}: {reasonIn(say, reason)}{' '}
          <a href={`/messages/${messageId}`}>{say('replay.failedFirst')}</a>
        </>
      ),
      count,
    })),
    ...(dealtWith > 0 ? [{ content: say('replay.dealtWith'), count: dealtWith }] : []),
    ...(remaining > 0 ? [{ content: say('replay.remaining'), count: remaining }] : []),
  ]
  return (
    <Table
      caption={say('replay.outcome')}
      captionSize="m"
      responsive
      firstCellIsHeader
      columns={[{ heading: say('replay.outcome') }, { heading: say('replay.number'), numeric: true }]}
      rows={rows.map(({ content, count }) => ({ cells: [{ content }, number.format(count)] }))}
    />
  )
}
