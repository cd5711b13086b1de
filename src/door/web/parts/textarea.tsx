import type { JSX, TextareaHTMLAttributes } from 'preact'
import { LabelledField, type LabelledFieldProps, type OtherAttributes, splitField } from './labelled-field.tsx'
import { spaced } from './spaced.ts'

interface TextareaOwnProps {
  readonly value?: string | undefined
}

type TextareaAttributes = OtherAttributes<TextareaHTMLAttributes<HTMLTextAreaElement>, TextareaOwnProps>

/** Any other attribute of `textarea` is passed through to it. */
export interface TextareaProps extends LabelledFieldProps, TextareaOwnProps, TextareaAttributes {}

/** More than one line of text, in the person's own words. Five rows unless told. */
export function Textarea(props: TextareaProps): JSX.Element {
  const { field, around, own } = splitField(props)
  const { class: extra, value, ...attributes } = own
  return (
    <LabelledField field={field} around={around}>
      <textarea
        rows={5}
        {...attributes}
        id={field.id}
        name={around.name}
        class={spaced('nhsuk-textarea', field.wrong && 'nhsuk-textarea--error', extra)}
        aria-describedby={field.describedBy}
        value={kept(value)}
      />
    </LabelledField>
  )
}

/** A browser drops the first line break inside a `textarea`, so one more is written before a person's own. Source: HTML standard, 13.2.6.4.7. */
function kept(value: string | undefined): string | undefined {
  return value?.startsWith('\n') ? `\n${value}` : value
}
