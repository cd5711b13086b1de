import type { ComponentChildren, JSX } from 'preact'
import { spaced } from './spaced.ts'

export interface Task {
  readonly name: ComponentChildren
  /** Left out while the task cannot be started. */
  readonly href?: string | undefined
  readonly hint?: ComponentChildren
  /** Words, or a `Tag` for what still needs doing. */
  readonly status: ComponentChildren
}

export interface TaskListProps {
  /** Ids of the hints and states begin with it; each list of a page needs its own. */
  readonly idPrefix?: string | undefined
  readonly tasks: readonly Task[]
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** Things to do in any order, and how far each has come. */
export function TaskList({ tasks, idPrefix = 'task-list', ...rest }: TaskListProps): JSX.Element {
  return (
    <ul id={rest.id} class={spaced('nhsuk-task-list', rest.class)}>
      {tasks.map((task, index) => (
        <TaskItem task={task} id={`${idPrefix}-${index + 1}`} />
      ))}
    </ul>
  )
}

function TaskItem({ task, id }: { task: Task; id: string }): JSX.Element {
  const hintId = task.hint ? `${id}-hint` : undefined
  const statusId = `${id}-status`
  const linked = task.href !== undefined
  return (
    <li class={spaced('nhsuk-task-list__item', linked && 'nhsuk-task-list__item--with-link')}>
      <div class="nhsuk-task-list__name-and-hint">
        {linked ? (
          <a class="nhsuk-task-list__link nhsuk-link" href={task.href} aria-describedby={spaced(hintId, statusId)}>
            {task.name}
          </a>
        ) : (
          <div>{task.name}</div>
        )}
        {hintId && (
          <div class="nhsuk-task-list__hint" id={hintId}>
            {task.hint}
          </div>
        )}
      </div>
      <div class="nhsuk-task-list__status" id={statusId}>
        {task.status}
      </div>
    </li>
  )
}
