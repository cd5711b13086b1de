import type { ComponentChildren, JSX } from 'preact'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface FieldProblem {
  readonly message: ComponentChildren
  /** The id of the field to go to; left out when no one field is at fault. */
  readonly field?: string | undefined
}

export interface ErrorSummaryProps {
  readonly title?: ComponentChildren
  readonly problems?: readonly FieldProblem[] | undefined
  /** Where the script may move the focus; it does unless this says false. */
  readonly focus?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** A sentence before the list, seldom needed. */
  readonly children?: ComponentChildren
}

/** Every problem of a form, at the top of the page it comes back on. */
export function ErrorSummary({ title, problems = [], focus, children, ...rest }: ErrorSummaryProps): JSX.Element {
  const words = useWords()
  return (
    <div
      id={rest.id}
      class={spaced('nhsuk-error-summary', rest.class)}
      data-module="nhsuk-error-summary"
      data-disable-auto-focus={focus === undefined ? undefined : !focus}
    >
      <div role="alert">
        <h2 class="nhsuk-error-summary__heading">{title ?? words.problemTitle}</h2>
        <div class="nhsuk-error-summary__body">
          {children && <p>{children}</p>}
          {problems.length > 0 && (
            <ul class="nhsuk-list nhsuk-error-summary__list">
              {problems.map(problem => (
                <li>{problemLink(problem)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

function problemLink({ field, message }: FieldProblem): ComponentChildren {
  return field === undefined ? message : <a href={`#${field}`}>{message}</a>
}
