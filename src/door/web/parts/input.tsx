import type { ComponentChildren, JSX, PartialInputHTMLAttributes } from 'preact'
import { type AnswerProps, FieldLabel, FieldNotes, FormGroup, fieldOf, type LabelledProps } from './form-group.tsx'
import { spaced } from './spaced.ts'

type OwnProps = AnswerProps & LabelledProps & InputLook
type InputAttributes = Omit<PartialInputHTMLAttributes<HTMLInputElement>, keyof OwnProps | 'id' | 'name' | 'class' | 'children'>

interface InputLook {
  /** Characters the answer is expected to have, roughly. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  /** Digits and letters of equal width, for numbers people copy. */
  readonly code?: boolean | undefined
  readonly large?: boolean | undefined
  /** A unit beside the box, silent to screen readers: the label must name it too. */
  readonly prefix?: ComponentChildren
  readonly suffix?: ComponentChildren
  /** Something on the same line as the box, such as a button. */
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
}

/** `id` is the name unless given. Any other attribute of `input` is passed through to it. */
export interface InputProps extends AnswerProps, LabelledProps, InputLook, InputAttributes {
  readonly name: string
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** One line of text. */
export function Input(props: InputProps): JSX.Element {
  const { label, labelSize, labelHeading, labelCaption, labelId, labelClass, hint, error, invalid, describedBy, ...own } = props
  const { id = own.name, name, class: extra, width, code, large, prefix, suffix, before, after, ...attributes } = own
  const field = fieldOf(id, { hint, error, invalid, describedBy })
  const look = [large && 'nhsuk-input--large', code && 'nhsuk-input--code', field.wrong && 'nhsuk-input--error']
  const box = (
    <input
      type="text"
      {...attributes}
      id={id}
      name={name}
      class={spaced('nhsuk-input', ...look, width && `nhsuk-input--width-${width}`, extra)}
      aria-describedby={field.describedBy}
    />
  )
  return (
    <FormGroup wrong={field.wrong}>
      <FieldLabel {...{ field, label, labelSize, labelHeading, labelCaption, labelId, labelClass }} />
      <FieldNotes field={field} />
      {prefix || suffix || before || after ? (
        <div class={spaced('nhsuk-input-wrapper', large && 'nhsuk-input-wrapper--large')}>
          {before}
          <Unit at="prefix">{prefix}</Unit>
          {box}
          <Unit at="suffix">{suffix}</Unit>
          {after}
        </div>
      ) : (
        box
      )}
    </FormGroup>
  )
}

function Unit({ at, children }: { at: 'prefix' | 'suffix'; children: ComponentChildren }): JSX.Element | null {
  if (!children) return null
  return (
    <div class={`nhsuk-input-wrapper__${at}`} aria-hidden="true">
      {children}
    </div>
  )
}
