import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { LANGUAGES } from '#ground/language/say.ts'
import { answerCeiling, type CeilingProblem } from '#record/sharing/emergency/answer-ceiling.ts'
import { REASON_LENGTH_MAX } from '#record/sharing/emergency/reason.ts'
import { type CeilingTask, ceilingTasks } from '#work/partnership/ceiling-tasks.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { CeilingAnswer } from '../emergency/ceiling-answer.tsx'
import { CeilingFigures } from '../emergency/ceiling-figures.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { figureIn } from '../partnership/figure-words.ts'
import { Card } from '../parts/card.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Tag } from '../parts/tag.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const TASK = '/emergency/ceiling/:task'
const READERS = ['signatory', 'board-member'] as const

interface OneTask {
  readonly Params: { readonly task: string }
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

const Fields = z.object({
  words: wordsField({
    missing: 'emergency.answerMissing',
    tooLong: 'emergency.answerTooLong',
    lengthMax: REASON_LENGTH_MAX,
  }),
  language: z.enum(LANGUAGES, { error: 'emergencyReview.languageMissing' }),
})

/** The tasks of changing an agreement that emergencies have shown to be too narrow: for signatories and the board. */
export function emergencyCeilingPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get('/emergency/ceiling', { for: READERS, does: 'nothing' }, async (request, reply) => {
    const tasks = await transaction(store, tx => ceilingTasks(tx, workerOf(request)))
    const isSent = (request.query as { readonly done?: unknown }).done === 'sent'
    return drawPage(request, reply, <TasksPage tasks={tasks} isSent={isSent} />)
  })

  routes.get<OneTask>(TASK, { for: READERS, does: 'nothing', changes: true }, async (request, reply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawTask(request, reply, store, { typed, problems: {}, status: 200 })
  })

  routes.post<OneTask>(TASK, { for: ['signatory'], does: 'nothing' }, async (request, reply) => {
    const taskId = idFrom(request.params.task)
    const typed = typedIn(request.body)
    const parsed = Fields.safeParse(typed)
    if (!parsed.success)
      return drawTask(request, reply, store, { typed, problems: problemsOf(parsed.error), status: 422 })
    const answered = await transaction(store, tx => answerCeiling(tx, workerOf(request), { ...parsed.data, taskId }))
    if (answered.ok) return onward(reply, '/emergency/ceiling?done=sent')
    if (answered.problem === 'record.notShown') throw notShown()
    const { status, field } = ANSWERS[answered.problem]
    return drawTask(request, reply, store, { typed, problems: { [field]: answered.problem }, status })
  })
}

/** How each refusal is answered, and the field it is said at. */
const ANSWERS = {
  'emergency.answerMissing': { status: 422, field: 'words' },
  'emergency.answerTooLong': { status: 422, field: 'words' },
  'emergency.alreadyAnswered': { status: 409, field: 'form' },
} as const satisfies Record<Exclude<CeilingProblem, 'record.notShown'>, { status: number; field: string }>

async function drawTask(
  request: FastifyRequest<OneTask>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const taskId = idFrom(request.params.task)
  const tasks = await transaction(store, tx => ceilingTasks(tx, workerOf(request)))
  const task = tasks.find(({ id }) => id === taskId)
  if (task === undefined) throw notShown()
  return drawPage(request, reply, <TaskPage task={task} form={form} />, form.status)
}

function TasksPage({ tasks, isSent }: { tasks: readonly CeilingTask[]; isSent: boolean }): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('emergencyCeiling.title')}>
      {isSent && <NotificationBanner success message={say('emergencyCeiling.sent')} />}
      <h1 class="nhsuk-heading-xl">{say('emergencyCeiling.title')}</h1>
      <p class="nhsuk-lede-text">{say('emergencyCeiling.lede')}</p>
      {tasks.length === 0 && <p>{say('emergencyCeiling.none')}</p>}
      {tasks.map(task => (
        <Card key={task.id} heading={titleOf(say, task)} headingSize="m" href={`/emergency/ceiling/${task.id}`}>
          <p>
            {say.of(task.body)} <TaskTag task={task} />
          </p>
        </Card>
      ))}
    </Page>
  )
}

function TaskPage({ task, form }: { task: CeilingTask; form: Form }): JSX.Element {
  const { say, path } = useAsked()
  const problems = listedProblems(say, form.problems)
  const wasKept = form.typed !== undefined && problems.length === 0
  const title = titleOf(say, task)
  return (
    <Page title={title} problems={problems} back={{ href: '/emergency/ceiling', text: say('emergencyCeiling.back') }}>
      {wasKept && <NotificationBanner message={say('emergencyCeiling.kept')} />}
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{say.of(task.body)}</span>
        {title}
      </h1>
      <p>
        <TaskTag task={task} />
      </p>
      <SummaryList
        rows={[
          { key: say('emergencyCeiling.numbers'), value: figureIn(say, task.opened) },
          {
            key: say('emergencyCeiling.limit'),
            value: (
              <>
                {task.ceiling}
                <p class="nhsuk-hint">{say('emergencyCeiling.limitWhy')}</p>
              </>
            ),
          },
          { key: say('emergencyCeiling.since'), value: say.weekday(task.openedAt) },
        ]}
      />
      <CeilingFigures task={task} />
      <CeilingAnswer task={task} action={path} typed={form.typed} problems={form.problems} />
    </Page>
  )
}

function titleOf(say: ReturnType<typeof useAsked>['say'], { month }: CeilingTask): string {
  return say('emergencyCeiling.task', { month: say.month(month.slice(0, 7)) })
}

function TaskTag({ task }: { task: CeilingTask }): JSX.Element {
  const { say } = useAsked()
  return task.answer === undefined ? (
    <Tag colour="blue">{say('emergencyCeiling.waits')}</Tag>
  ) : (
    <Tag colour="green">{say('emergencyCeiling.answered')}</Tag>
  )
}
