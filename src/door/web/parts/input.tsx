import type { ComponentChildren, InputHTMLAttributes, JSX, PartialInputHTMLAttributes } from 'preact'
import { LabelledField, type LabelledFieldProps, type OtherAttributes, splitField } from './labelled-field.tsx'
import { spaced } from './spaced.ts'

interface InputOwnProps {
  /** Dates are asked by `DateInput`, numbers as text with `inputmode`. */
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | undefined
  readonly value?: string | undefined
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

type InputAttributes = OtherAttributes<PartialInputHTMLAttributes<HTMLInputElement>, InputOwnProps>

/** Any other attribute of `input` is passed through to it. */
export interface InputProps extends LabelledFieldProps, InputOwnProps, InputAttributes {}

/** One line of text. */
export function Input(props: InputProps): JSX.Element {
  const { field, around, own } = splitField(props)
  const { type = 'text', width, code, large, prefix, suffix, before, after, class: extra, ...others } = own
  // Preact ties the roles a box may have to its type, one type at a time; no role passes through here.
  const attributes = { ...others, type } as InputHTMLAttributes<HTMLInputElement>
  const look = [large && 'nhsuk-input--large', code && 'nhsuk-input--code', field.wrong && 'nhsuk-input--error']
  const box = (
    <input
      {...attributes}
      id={field.id}
      name={around.name}
      class={spaced('nhsuk-input', ...look, width && `nhsuk-input--width-${width}`, extra)}
      aria-describedby={field.describedBy}
    />
  )
  return (
    <LabelledField field={field} around={around}>
      {prefix || suffix || before || after ? (
        <div class={spaced('nhsuk-input-wrapper', large && 'nhsuk-input-wrapper--large')}>
          {before}
          {prefix && <Unit at="prefix">{prefix}</Unit>}
          {box}
          {suffix && <Unit at="suffix">{suffix}</Unit>}
          {after}
        </div>
      ) : (
        box
      )}
    </LabelledField>
  )
}

function Unit({ at, children }: { at: 'prefix' | 'suffix'; children: ComponentChildren }): JSX.Element {
  return (
    <div class={`nhsuk-input-wrapper__${at}`} aria-hidden="true">
      {children}
    </div>
  )
}
