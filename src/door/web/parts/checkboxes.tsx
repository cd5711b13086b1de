import type { JSX } from 'preact'
import {
  type Choice,
  ChoiceDivider,
  ChoiceGroup,
  ChoiceItem,
  type ChoiceProps,
  choiceId,
  type Divider,
} from './choices.tsx'
import { fieldOf } from './form-group.tsx'

/** `exclusive` unticks the others ("None of these"); `inclusive` ticks them all, and is not shown without JavaScript. */
type Behaviour = 'exclusive' | 'inclusive'

export interface Checkbox extends Choice {
  /** The name of the group, unless given. */
  readonly name?: string | undefined
  readonly behaviour?: Behaviour | undefined
  /** Which boxes the behaviour reaches; left out, those of the same name. */
  readonly behaviourGroup?: string | undefined
}

export interface CheckboxDivider extends Divider {
  readonly behaviour?: Behaviour | undefined
}

export interface CheckboxesProps extends ChoiceProps {
  readonly options: readonly (Checkbox | CheckboxDivider)[]
  /** The values of the boxes ticked so far. */
  readonly values?: readonly string[] | undefined
}

/** Any number of a few options. */
export function Checkboxes({ name, id = name, options, values = [], disabled, ...rest }: CheckboxesProps): JSX.Element {
  const { hint, error, invalid, describedBy, ...group } = rest
  const field = fieldOf(id, { hint, error, invalid, describedBy })
  return (
    <ChoiceGroup {...group} kind="checkboxes" field={field}>
      {options.map((option, index) =>
        'divider' in option ? (
          <ChoiceDivider kind="checkboxes" scriptOnly={option.behaviour === 'inclusive'}>
            {option.divider}
          </ChoiceDivider>
        ) : (
          <ChoiceItem
            {...option}
            kind="checkboxes"
            id={choiceId(id, index)}
            name={option.name ?? name}
            checked={values.includes(option.value)}
            disabled={option.disabled ?? disabled}
            describedBy={group.legend ? undefined : field.describedBy}
            scriptOnly={option.behaviour === 'inclusive'}
            attributes={{ 'data-behaviour': option.behaviour, 'data-behaviour-group': option.behaviourGroup }}
          />
        ),
      )}
    </ChoiceGroup>
  )
}
