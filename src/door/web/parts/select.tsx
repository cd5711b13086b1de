import type { ComponentChildren, JSX, PartialSelectHTMLAttributes } from 'preact'
import { LabelledField, type LabelledFieldProps, type OtherAttributes, splitField } from './labelled-field.tsx'
import { spaced } from './spaced.ts'

export interface SelectOption {
  readonly value: string
  readonly label: string
  readonly disabled?: boolean | undefined
}

interface SelectOwnProps {
  /** `divider` draws a line between two groups of options. */
  readonly options: readonly (SelectOption | 'divider')[]
  /** The value of the option chosen so far. */
  readonly value?: string | undefined
  /** Something on the same line, such as a button. */
  readonly after?: ComponentChildren
}

type SelectAttributes = Omit<OtherAttributes<PartialSelectHTMLAttributes<HTMLSelectElement>, SelectOwnProps>, 'size'>

/** Any other attribute of `select` is passed through to it. */
export interface SelectProps extends LabelledFieldProps, SelectOwnProps, SelectAttributes {}

/** One of many options. Radios are easier for most people: keep this for lists too long to show. */
export function Select(props: SelectProps): JSX.Element {
  const { field, around, own } = splitField(props)
  const { options, value, after, class: extra, ...attributes } = own
  const list = (
    <select
      {...attributes}
      id={field.id}
      name={around.name}
      class={spaced('nhsuk-select', field.wrong && 'nhsuk-select--error', extra)}
      aria-describedby={field.describedBy}
    >
      {options.map(option => drawOption(option, value))}
    </select>
  )
  return (
    <LabelledField field={field} around={around}>
      {after ? (
        <div class="nhsuk-input-wrapper">
          {list}
          {after}
        </div>
      ) : (
        list
      )}
    </LabelledField>
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
