import type { ComponentChildren, JSX } from 'preact'
import { type AnswerProps, type Field, FieldNotes, FormGroup, fieldOf } from './form-group.tsx'
import type { HeadingLevel } from './heading.tsx'
import { Label, type LabelSize } from './label.tsx'

/** What every single field takes: its name, its label and what is said around the answer. */
export interface LabelledFieldProps extends AnswerProps {
  readonly name: string
  /** The name, unless given. The error summary links to it. */
  readonly id?: string | undefined
  /** Added to the field itself, not to what surrounds it. */
  readonly class?: string | undefined
  readonly label: ComponentChildren
  readonly labelSize?: LabelSize | undefined
  /** Set when the label is also a heading of the page: 1 when the page asks nothing else. */
  readonly labelHeading?: HeadingLevel | undefined
  readonly labelCaption?: ComponentChildren
  readonly labelId?: string | undefined
  readonly labelClass?: string | undefined
}

/** Attributes of the element a part draws, less those the part gives a meaning of its own. */
export type OtherAttributes<Attributes, Own> = Omit<
  Attributes,
  keyof Own | keyof LabelledFieldProps | 'children' | 'role'
>

type Own<Props> = Omit<Props, Exclude<keyof LabelledFieldProps, 'class'>>
type Around = Omit<LabelledFieldProps, keyof AnswerProps | 'id' | 'class'>

/** Parts what surrounds a field from what is its own, and ties them by ids. */
export function splitField<Props extends LabelledFieldProps>(
  props: Props,
): { field: Field; around: Around; own: Own<Props> } {
  const {
    name,
    id = name,
    hint,
    error,
    invalid,
    describedBy,
    label,
    labelSize,
    labelHeading,
    labelCaption,
    labelId,
    labelClass,
    ...own
  } = props
  const around = { name, label, labelSize, labelHeading, labelCaption, labelId, labelClass }
  return { field: fieldOf(id, { hint, error, invalid, describedBy }), around, own }
}

export interface SurroundProps {
  readonly field: Field
  readonly around: Around
  readonly children: ComponentChildren
}

/** A single field under its label, its hint and its error. */
export function LabelledField({ field, around, children }: SurroundProps): JSX.Element {
  return (
    <FormGroup wrong={field.wrong}>
      <Label
        for={field.id}
        size={around.labelSize}
        heading={around.labelHeading}
        caption={around.labelCaption}
        id={around.labelId}
        class={around.labelClass}
      >
        {around.label}
      </Label>
      <FieldNotes field={field} />
      {children}
    </FormGroup>
  )
}
