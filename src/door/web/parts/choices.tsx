import type { ComponentChildren, JSX } from 'preact'
import { Fieldset, type QuestionProps } from './fieldset.tsx'
import { type AnswerProps, type Field, FieldNotes, FormGroup } from './form-group.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { spaced } from './spaced.ts'

/** What radios and checkboxes have in common. */
export interface ChoiceProps extends AnswerProps, Partial<QuestionProps> {
  readonly name: string
  /** The name, unless given. The first option bears it as it is, so that the error summary lands there; the next are `ID-2`, `ID-3`. */
  readonly id?: string | undefined
  readonly small?: boolean | undefined
  /** Side by side: for two short options only. */
  readonly inline?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly class?: string | undefined
}

export interface Choice {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  readonly disabled?: boolean | undefined
  /** A further question, shown only while this option is chosen; always shown without JavaScript. */
  readonly conditional?: ComponentChildren
}

/** A line with a word in it, such as "or", before the option that stands apart. */
export interface Divider {
  readonly divider: string
}

export interface ChoiceGroupProps extends Partial<QuestionProps> {
  readonly kind: 'radios' | 'checkboxes'
  readonly field: Field
  readonly small?: boolean | undefined
  readonly inline?: boolean | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** The frame around a list of options: its question, its hint, its error. */
export function ChoiceGroup({ kind, field, small, inline, children, legend, ...rest }: ChoiceGroupProps): JSX.Element {
  const { class: extra, ...question } = rest
  const name = `nhsuk-${kind}`
  const inside = (
    <>
      <FieldNotes field={field} />
      <div class={spaced(name, small && `${name}--small`, inline && `${name}--inline`, extra)} data-module={name}>
        {children}
      </div>
    </>
  )
  return (
    <FormGroup wrong={field.wrong}>
      {legend ? (
        <Fieldset {...question} legend={legend} describedBy={field.describedBy}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </FormGroup>
  )
}

export interface ChoiceItemProps extends Choice {
  readonly kind: 'radios' | 'checkboxes'
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  /** Hidden, with its divider, from those without JavaScript. */
  readonly scriptOnly?: boolean | undefined
  readonly attributes?: Readonly<Record<`data-${string}`, string | undefined>> | undefined
}

/** One option with its label, its hint and the question it may lead to. */
export function ChoiceItem({ kind, id, name, value, label, hint, conditional, ...rest }: ChoiceItemProps): JSX.Element {
  const hintId = hint ? `${id}-item-hint` : undefined
  const conditionalId = conditional ? `conditional-${id}` : undefined
  return (
    <>
      <div class={spaced(`nhsuk-${kind}__item`, rest.scriptOnly && SCRIPT_ONLY)}>
        <input
          class={`nhsuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={value}
          checked={rest.checked}
          disabled={rest.disabled}
          data-aria-controls={conditionalId}
          aria-describedby={spaced(rest.describedBy, hintId)}
          {...rest.attributes}
        />
        <Label for={id} class={`nhsuk-${kind}__label`}>
          {label}
        </Label>
        {hintId && (
          <Hint id={hintId} class={`nhsuk-${kind}__hint`}>
            {hint}
          </Hint>
        )}
      </div>
      {conditionalId && (
        <div
          class={spaced(`nhsuk-${kind}__conditional`, !rest.checked && `nhsuk-${kind}__conditional--hidden`)}
          id={conditionalId}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

export interface ChoiceDividerProps {
  readonly kind: 'radios' | 'checkboxes'
  readonly scriptOnly?: boolean | undefined
  readonly children: ComponentChildren
}

/** The word between two groups of options. */
export function ChoiceDivider({ kind, scriptOnly, children }: ChoiceDividerProps): JSX.Element {
  return <div class={spaced(`nhsuk-${kind}__divider`, scriptOnly && SCRIPT_ONLY)}>{children}</div>
}

/** Source: error summary pattern, which links to the field's own id and so to its first option. */
export function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

const SCRIPT_ONLY = 'nhsuk-u-frontend-not-supported-hidden'
