import type { JSX, TextareaHTMLAttributes } from 'preact'
import { type AnswerProps, FieldLabel, FieldNotes, FormGroup, fieldOf, type LabelledProps } from './form-group.tsx'
import { spaced } from './spaced.ts'

type OwnProps = AnswerProps & LabelledProps
type TextareaAttributes = Omit<
  TextareaHTMLAttributes<HTMLTextAreaElement>,
  keyof OwnProps | 'id' | 'name' | 'class' | 'children' | 'value'
>

/** `id` is the name unless given. Any other attribute of `textarea` is passed through to it. */
export interface TextareaProps extends AnswerProps, LabelledProps, TextareaAttributes {
  readonly name: string
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly value?: string | undefined
}

/** More than one line of text, in the person's own words. Five rows unless told. */
export function Textarea(props: TextareaProps): JSX.Element {
  const { label, labelSize, labelHeading, labelCaption, labelId, labelClass, hint, error, invalid, describedBy, ...own } = props
  const { id = own.name, name, class: extra, value = '', ...attributes } = own
  const field = fieldOf(id, { hint, error, invalid, describedBy })
  return (
    <FormGroup wrong={field.wrong}>
      <FieldLabel {...{ field, label, labelSize, labelHeading, labelCaption, labelId, labelClass }} />
      <FieldNotes field={field} />
      <textarea
        rows={5}
        {...attributes}
        id={id}
        name={name}
        class={spaced('nhsuk-textarea', field.wrong && 'nhsuk-textarea--error', extra)}
        aria-describedby={field.describedBy}
        value={value}
      />
    </FormGroup>
  )
}
