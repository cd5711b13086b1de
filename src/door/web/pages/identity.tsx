import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { type QueuedTask, readQueue } from '#work/identity/queue.ts'
import { takeTask } from '#work/identity/take.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { reviewReasonIn } from '../identity/reason.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

/** What waits for a records officer to say: which records are one person’s. Nothing here tells whose they are. */
export function identityPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/identity', { for: ['records-officer'], does: 'nothing' }, async (request, reply) => {
    const tasks = await transaction(store, tx => readQueue(tx, workerOf(request)))
    const own = visitorOf(request)?.accountId
    return drawPage(request, reply, <QueuePage tasks={tasks} own={own} />)
  })

  routes.post<{ Params: { review_task: string } }>(
    '/identity/:review_task/take',
    { for: ['records-officer'], does: 'nothing' },
    async (request, reply) => {
      const taskId = idFrom(request.params.review_task)
      const taken = await transactionInTurn(store, tx => takeTask(tx, workerOf(request), taskId))
      if (!taken.ok) throw notShown()
      return onward(reply, `/identity/${taskId}`)
    },
  )
}

function QueuePage({ tasks, own }: { tasks: readonly QueuedTask[]; own: string | undefined }): JSX.Element {
  const { say } = useAsked()
  const late = tasks.filter(({ isLate }) => isLate).length
  return (
    <Page title={say('identity.title')}>
      <h1 class="nhsuk-heading-xl">{say('identity.title')}</h1>
      <p class="nhsuk-lede-text">{say('identity.lede')}</p>
      <InsetText>{say('identity.inTrail')}</InsetText>
      <h2 class="nhsuk-heading-l">{say('identity.waiting', { count: tasks.length })}</h2>
      {late > 0 && <p>{say('identity.lateCount', { count: late })}</p>}
      {tasks.length === 0 ? (
        <p>{say('identity.none')}</p>
      ) : (
        <Table
          caption={say('identity.waiting', { count: tasks.length })}
          captionClass="nhsuk-u-visually-hidden"
          responsive
          columns={[
            { heading: say('identity.due') },
            { heading: say('identity.recordOf') },
            { heading: say('identity.reason') },
            { heading: say('identity.whoLooks') },
            { heading: say('identity.toDo') },
          ]}
          rows={tasks.map(task => ({ cells: cellsOf(task) }))}
        />
      )}
    </Page>
  )

  function cellsOf(task: QueuedTask) {
    const { id, reason, organisation, dueAt, isLate, takenBy, takenByAccount, waitsForSecond, candidates } = task
    const isOwn = takenByAccount !== undefined && takenByAccount === own
    return [
      {
        content: (
          <>
            {say.moment(dueAt)} {isLate && <Tag colour="red">{say('identity.late')}</Tag>}
          </>
        ),
      },
      say.of(organisation),
      {
        content: (
          <>
            {reviewReasonIn(say, reason)}
            <br />
            <span class="nhsuk-hint">{say('identity.candidates', { count: candidates })}</span>
          </>
        ),
      },
      {
        content: (
          <>
            {isOwn ? say('identity.you') : (takenBy ?? say('identity.nobody'))}{' '}
            {waitsForSecond && <Tag colour="blue">{say('identity.waitsForSecond')}</Tag>}
          </>
        ),
      },
      { content: <OpenTask id={id} isOwn={isOwn} task={task} /> },
    ]
  }
}

/** Their own is gone back to; any other is taken first, which the people it is about can read. */
function OpenTask({ id, isOwn, task }: { id: string; isOwn: boolean; task: QueuedTask }): JSX.Element {
  const { say } = useAsked()
  const which = `${say.of(task.organisation)}, ${say.moment(task.raisedAt)}`
  if (isOwn) {
    return (
      <a href={`/identity/${id}`} aria-label={`${say('identity.goOn')}: ${which}`}>
        {say('identity.goOn')}
      </a>
    )
  }
  return (
    <form method="post" action={`/identity/${id}/take`}>
      <Button variant="secondary" small preventDoubleClick aria-label={`${say('identity.take')}: ${which}`}>
        {say('identity.take')}
      </Button>
    </form>
  )
}
