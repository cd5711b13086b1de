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

export interface RadiosProps extends ChoiceProps {
  readonly options: readonly (Choice | Divider)[]
  /** The value of the option chosen so far; none when left out. */
  readonly value?: string | undefined
}

/** One option of a few. Without `legend` the question must stand elsewhere and be tied by a fieldset of the page's own. */
export function Radios({ name, id = name, options, value, disabled, ...rest }: RadiosProps): JSX.Element {
  const { hint, error, invalid, describedBy, ...group } = rest
  return (
    <ChoiceGroup {...group} kind="radios" field={fieldOf(id, { hint, error, invalid, describedBy })}>
      {options.map((option, index) =>
        'divider' in option ? (
          <ChoiceDivider kind="radios">{option.divider}</ChoiceDivider>
        ) : (
          <ChoiceItem
            {...option}
            kind="radios"
            id={choiceId(id, index)}
            name={name}
            checked={option.value === value}
            disabled={option.disabled ?? disabled}
          />
        ),
      )}
    </ChoiceGroup>
  )
}
