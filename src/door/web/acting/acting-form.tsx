import type { JSX } from 'preact'
import type { Tx } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { OpenInvitation } from '#record/sharing/relationship/invitation.ts'
import type { Recordable } from '#record/sharing/representative/record.ts'
import { useSay } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { DateInput } from '../parts/date-input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** What the forms are drawn with: what was typed, what was wrong, and who may be recorded. */
export interface FormShown {
  readonly typed: Typed
  readonly problems: Problems
  readonly recordable: readonly Recordable[]
  readonly codes: readonly OpenInvitation[]
}

/** One of the forms about who may act: its title, its fields, and what it does with what was typed. */
export interface ActingForm {
  readonly title: Key
  readonly Fields: (props: { readonly shown: FormShown }) => JSX.Element
  /** What is wrong with what was typed, before anything is asked of the record. */
  wrongIn(typed: Typed): Problems
  /** Only ever called with what is not wrong. */
  act(tx: Tx, access: Access, typed: Typed): Promise<Outcome<unknown, Key>>
  /** The field at which a refusal is said; `form` where no field is at fault. */
  readonly fields: Readonly<Partial<Record<Key, string>>>
}

/** What a field is drawn with: what was typed, and what was wrong. */
type FieldShown = Pick<FormShown, 'typed' | 'problems'>

interface FieldProps {
  readonly shown: FieldShown
  readonly name: string
  readonly asks: Key
  readonly hint?: Key
}

/** The problem of one field, said. */
export function useProblem({ problems }: FieldShown, field: string): string | undefined {
  const say = useSay()
  const key = problems[field]
  return key === undefined ? undefined : say.plain(key)
}

/** A choice of one among a few. */
export function ChoiceField(
  props: FieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] },
): JSX.Element {
  const say = useSay()
  const { shown, name, asks, hint, options } = props
  return (
    <Radios
      name={name}
      legend={say.plain(asks)}
      legendSize="m"
      hint={hint && say.plain(hint)}
      options={options}
      value={shown.typed[name]}
      error={useProblem(shown, name)}
    />
  )
}

/** A day in three boxes. */
export function DayField({ shown, name, asks, hint }: FieldProps): JSX.Element {
  const say = useSay()
  return (
    <DateInput
      id={name}
      name={name}
      legend={say.plain(asks)}
      legendSize="m"
      hint={hint && say.plain(hint)}
      value={typedDay(shown.typed, name)}
      error={useProblem(shown, name)}
    />
  )
}

/** Words of more than a line. */
export function WordsField({ shown, name, asks, hint }: FieldProps): JSX.Element {
  const say = useSay()
  return (
    <Textarea
      name={name}
      label={say.plain(asks)}
      labelSize="m"
      hint={hint && say.plain(hint)}
      value={shown.typed[name]}
      error={useProblem(shown, name)}
    />
  )
}

/** The words of a field with the line ends of a browser made one. */
export function wordsOf(typed: Typed, name: string): string {
  return (typed[name] ?? '').replaceAll('\r\n', '\n')
}
