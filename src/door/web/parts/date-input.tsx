import type { JSX } from 'preact'
import { Fieldset, type QuestionProps } from './fieldset.tsx'
import { type AnswerProps, FieldNotes, FormGroup, fieldOf } from './form-group.tsx'
import { Input } from './input.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export type DatePart = 'day' | 'month' | 'year'

export interface DateInputProps extends AnswerProps, QuestionProps {
  /** The boxes are `ID-day`, `ID-month` and `ID-year`; the error summary links to one of those. */
  readonly id: string
  /** Given, the boxes are sent as `NAME[day]` and so on; left out, as `day` and so on. */
  readonly name?: string | undefined
  /** Which boxes are asked for, in order; all three unless told. */
  readonly parts?: readonly DatePart[] | undefined
  /** What was typed, right or not. */
  readonly value?: Readonly<Partial<Record<DatePart, string | undefined>>> | undefined
  /** Which boxes are at fault; all when there is an error and this is left out. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly disabled?: boolean | readonly DatePart[] | undefined
  /** The person's own birthday, which the browser may fill in. */
  readonly birthday?: boolean | undefined
  readonly class?: string | undefined
}

/** A date people know or can look up, typed in three boxes. */
export function DateInput({ id, parts = ALL, ...props }: DateInputProps): JSX.Element {
  const words = useWords()
  const field = fieldOf(id, props)
  const wrong = props.wrong ?? (field.wrong ? parts : [])
  const disabled = props.disabled === true ? parts : props.disabled || []
  return (
    <FormGroup wrong={field.wrong || wrong.length > 0}>
      <Fieldset {...questionOf(props)} role="group" describedBy={field.describedBy}>
        <FieldNotes field={field} />
        <div class={spaced('nhsuk-date-input', props.class)} id={id}>
          {parts.map(part => (
            <div class="nhsuk-date-input__item">
              <Input
                id={`${id}-${part}`}
                name={props.name === undefined ? part : `${props.name}[${part}]`}
                class="nhsuk-date-input__input"
                label={words[part]}
                labelClass="nhsuk-date-input__label"
                width={part === 'year' ? 4 : 2}
                value={props.value?.[part]}
                invalid={wrong.includes(part)}
                disabled={disabled.includes(part)}
                inputmode="numeric"
                autocomplete={props.birthday ? `bday-${part}` : undefined}
              />
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

function questionOf(props: QuestionProps): QuestionProps {
  const { legend, legendSize, legendHeading, legendCaption, legendId, legendClass } = props
  return { legend, legendSize, legendHeading, legendCaption, legendId, legendClass }
}

const ALL: readonly DatePart[] = ['day', 'month', 'year']
