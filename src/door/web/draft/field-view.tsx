import type { JSX } from 'preact'
import { LANGUAGES } from '#ground/language/say.ts'
import { typedDay } from '../day-field.ts'
import { LANGUAGE_OPTIONS } from '../language-options.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Fieldset } from '../parts/fieldset.tsx'
import { Hint } from '../parts/hint.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Typed } from '../typed.ts'
import type { Field } from './fields.ts'

interface FieldViewProps {
  readonly field: Field
  readonly typed: Typed
  /** What is wrong with it, said, by the name of the box. */
  readonly errors: Readonly<Record<string, string | undefined>>
}

/** One question of a form, with what was typed and what is wrong with it. */
export function FieldView({ field, typed, errors }: FieldViewProps): JSX.Element {
  const { name, label, hint } = field
  const shared = { name, hint, error: errors[name] }
  switch (field.kind) {
    case 'line':
      return (
        <Input {...shared} label={label} labelSize="s" value={typed[name]} width={field.isShort ? 10 : undefined} />
      )
    case 'words':
      return <BothLanguages field={field} typed={typed} errors={errors} />
    case 'day':
      return <DateInput {...shared} id={name} legend={label} legendSize="s" value={typedDay(typed, name)} />
    case 'many':
      return (
        <Checkboxes
          {...shared}
          legend={label}
          legendSize="s"
          small
          options={field.options.map(({ value, label, hint, isGroup }) => ({
            value,
            label: isGroup ? <strong>{label}</strong> : label,
            ...(hint !== undefined && { hint }),
            name: `${name}[${value}]`,
          }))}
          values={field.options.flatMap(({ value }) => (typed[`${name}[${value}]`] === undefined ? [] : [value]))}
        />
      )
    case 'one':
      return <Radios {...shared} legend={label} legendSize="s" small options={field.options} value={typed[name]} />
    case 'list':
      return <Select {...shared} label={label} labelSize="s" options={field.options} value={typed[name] ?? ''} />
  }
}

/** The same words in both languages, one under the other, neither before the other in rank. */
function BothLanguages({ field, typed, errors }: FieldViewProps): JSX.Element {
  const hintId = field.hint === undefined ? undefined : `${field.name}-hint`
  const Box = field.kind === 'words' && field.isLong ? Textarea : Input
  return (
    <Fieldset legend={field.label} legendSize="s" describedBy={hintId}>
      {hintId && <Hint id={hintId}>{field.hint}</Hint>}
      {LANGUAGES.map(language => {
        const name = `${field.name}[${language}]`
        return (
          <Box
            key={language}
            name={name}
            lang={language}
            label={LANGUAGE_OPTIONS.find(({ value }) => value === language)?.label}
            value={typed[name]}
            error={errors[name]}
          />
        )
      })}
    </Fieldset>
  )
}
