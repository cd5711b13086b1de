import type { ComponentChildren, JSX, SelectHTMLAttributes } from 'preact'
import { type AnswerProps, FieldLabel, FieldNotes, FormGroup, fieldOf, type LabelledProps } from './form-group.tsx'
import { spaced } from './spaced.ts'

type OwnProps = AnswerProps & LabelledProps
type SelectAttributes = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  keyof OwnProps | 'id' | 'name' | 'class' | 'children' | 'value'
>

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean | undefined
}

/** `id` is the name unless given. Any other attribute of `select` is passed through to it. */
export interface SelectProps extends AnswerProps, LabelledProps, SelectAttributes {
  readonly name: string
  /** `divider` draws a line between two groups of options. */
  readonly options: readonly (SelectOption | 'divider')[]
  /** The value of the option chosen so far. */
  readonly value?: string | undefined
  /** Something on the same line, such as a button. */
  readonly after?: ComponentChildren
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** One of many options. Radios are easier for most people: keep this for lists too long to show. */
export function Select(props: SelectProps): JSX.Element {
  const { label, labelSize, labelHeading, labelCaption, labelId, labelClass, hint, error, invalid, describedBy, ...own } = props
  const { id = own.name, name, class: extra, options, value, after, ...attributes } = own
  const field = fieldOf(id, { hint, error, invalid, describedBy })
  const list = (
    <select
      {...attributes}
      id={id}
      name={name}
      class={spaced('nhsuk-select', field.wrong && 'nhsuk-select--error', extra)}
      aria-describedby={field.describedBy}
    >
      {options.map(option => drawOption(option, value))}
    </select>
  )
  return (
    <FormGroup wrong={field.wrong}>
      <FieldLabel {...{ field, label, labelSize, labelHeading, labelCaption, labelId, labelClass }} />
      <FieldNotes field={field} />
      {after ? (
        <div class="nhsuk-input-wrapper">
          {list}
          {after}
        </div>
      ) : (
        list
      )}
    </FormGroup>
  )
}

function drawOption(option: SelectOption | 'divider', chosen: string | undefined): JSX.Element {
  if (option === 'divider') return <hr />
  return (
    <option value={option.value} selected={option.value === chosen} disabled={option.disabled}>
      {option.label}
    </option>
  )
}
