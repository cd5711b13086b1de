import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { QUESTION_TOPIC } from '#work/conversation/ask.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import { peopleOfEntries } from '#work/conversation/read.ts'
import { questionsConcerning, waitingWith } from '#work/conversation/waiting.ts'
import { useAsked, workerOf } from '../asked.ts'
import { WaitingRow } from '../conversation/waiting-row.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'

/** A question with the name of whom it is about. */
interface Listed {
  readonly entry: Entry
  readonly isMine: boolean
  readonly name: string
}

/** The questions that wait for a worker's answer or their team's, and those they wait for themselves, due first. */
export function myQuestionsPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get('/my-questions', { for: 'workers', does: 'list' }, async (request, reply) => {
    const listed = await transaction(store, tx => listFor(tx, workerOf(request)))
    return drawPage(request, reply, <MyQuestionsPage listed={listed} />)
  })

  routes.get('/my-questions/live', { for: 'workers', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'question' }),
  )
  live.tell(QUESTION_TOPIC, 'question', (tx, ids, watchers) => tellQuestions(tx, live, ids, watchers))
}

async function listFor(tx: Tx, worker: WorkerActor): Promise<Listed[]> {
  const questions = await questionsConcerning(tx, worker)
  const pairs = [...questions.keys()].map(personId => ({ actor: worker, personId }))
  const asking = { doing: 'list', place: 'waiting-questions' } as const
  const listed = await lookAtMany(tx, pairs, asking, accesses => listedIn(tx, accesses, questions))
  return listed.flat().toSorted((one, other) => dueOf(one) - dueOf(other))
}

function dueOf({ entry }: Listed): number {
  return entry.question?.answerBy.getTime() ?? 0
}

/** In the order of the accesses. */
async function listedIn(
  tx: Tx,
  accesses: readonly Access[],
  questions: ReadonlyMap<string, readonly string[]>,
): Promise<Listed[][]> {
  const waiting = await waitingWith(tx, accesses, questions)
  const concerned = accesses.filter((_, at) => waiting[at]!.length > 0)
  const banners = await bannersOf(tx, concerned)
  return waiting.map((some, at) => {
    const name = banners[concerned.indexOf(accesses[at]!)]?.name ?? ''
    return some.map(one => ({ ...one, name }))
  })
}

async function tellQuestions(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfEntries(tx, ids)
  const questions = new Map(people.map(personId => [personId, ids]))
  return tellThoseTied(tx, live, { people, place: 'waiting-questions', watchers }, async accesses =>
    (await listedIn(tx, accesses, questions)).map(listed =>
      listed.map(({ entry, name, isMine }) => (
        <WaitingRow key={entry.id} entry={entry} name={name} list={isMine ? 'mine' : 'asked'} />
      )),
    ),
  )
}

function MyQuestionsPage({ listed }: { listed: readonly Listed[] }): JSX.Element {
  const { say } = useAsked()
  const mine = listed.filter(({ isMine }) => isMine)
  const asked = listed.filter(({ isMine }) => !isMine)
  return (
    <Page title={say('conversation.mineTitle')} live>
      <h1 class="nhsuk-heading-l">{say('conversation.mineTitle')}</h1>
      <p class="nhsuk-lede-text">{say('conversation.mineLede')}</p>
      <LiveRegion id="my-questions" from="/my-questions/live">
        <h2 class="nhsuk-heading-m">{say('conversation.mine', { count: mine.length })}</h2>
        <List listed={mine} name="mine" />
        <h2 class="nhsuk-heading-m">{say('conversation.askedByMe', { count: asked.length })}</h2>
        <List listed={asked} name="asked" />
      </LiveRegion>
    </Page>
  )
}

function List({ listed, name: list }: { listed: readonly Listed[]; name: 'mine' | 'asked' }): JSX.Element {
  return (
    <ul class="app-entries" data-rows={list}>
      {listed.map(({ entry, name }) => (
        <WaitingRow key={entry.id} entry={entry} name={name} list={list} />
      ))}
    </ul>
  )
}
