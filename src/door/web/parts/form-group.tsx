import type { ComponentChildren, JSX } from 'preact'
import { ErrorMessage } from './error-message.tsx'
import { Hint } from './hint.tsx'
import { spaced } from './spaced.ts'

/** What is said around an answer, whatever kind of field takes it. */
export interface AnswerProps {
  readonly hint?: ComponentChildren
  /** What is wrong with the answer. Present, the field is marked in red. */
  readonly error?: ComponentChildren
  /** Marks the field in red although the message stands elsewhere. */
  readonly invalid?: boolean | undefined
  /** Ids of further words about the field, read before the hint. */
  readonly describedBy?: string | undefined
}

/** A field and the words around it, tied together by ids. */
export interface Field extends AnswerProps {
  readonly id: string
  readonly hintId: string | undefined
  readonly errorId: string | undefined
  readonly wrong: boolean
}

/** Ids are `ID-hint` and `ID-error`, so that any page or test can name them. */
export function fieldOf(id: string, { hint, error, invalid = false, describedBy }: AnswerProps): Field {
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const wrong = invalid || errorId !== undefined
  return { id, hint, error, hintId, errorId, wrong, describedBy: spaced(describedBy, hintId, errorId) }
}

/** Keeps one question, its words and its answer together; red down the side when the answer is wrong. */
export function FormGroup(props: { wrong: boolean; children: ComponentChildren }): JSX.Element {
  return <div class={spaced('nhsuk-form-group', props.wrong && 'nhsuk-form-group--error')}>{props.children}</div>
}

/** The hint and the error of a field, in the order they are read. */
export function FieldNotes({ field }: { field: Field }): JSX.Element {
  return (
    <>
      {field.hintId && <Hint id={field.hintId}>{field.hint}</Hint>}
      {field.errorId && <ErrorMessage id={field.errorId}>{field.error}</ErrorMessage>}
    </>
  )
}
