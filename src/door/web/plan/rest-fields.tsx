import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { type AskedDetail, detailNames, FUNDING } from '#work/plan/details/details.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import { DONE_KINDS } from '#work/plan/whose.ts'
import { useSay } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { DateInput } from '../parts/date-input.tsx'
import { Input } from '../parts/input.tsx'
import { Select } from '../parts/select.tsx'
import type { Typed } from '../typed.ts'
import { detailField } from './words-fields.ts'

export interface RestFieldsProps {
  readonly kind: ItemKind
  readonly typed: Typed
  /** The id of a field, and what is wrong with it. */
  idOf(field: string): string
  problemOf(field: string): string | undefined
}

/** What is asked of an item besides its words: its details, and the day it is to be done by. All of it may be left out. */
export function RestFields({ kind, typed, idOf, problemOf }: RestFieldsProps): JSX.Element {
  const say = useSay()
  return (
    <>
      {detailNames(kind).map(name => (
        <DetailField key={name} name={name} typed={typed} idOf={idOf} problemOf={problemOf} />
      ))}
      {(kind === 'goal' || DONE_KINDS.includes(kind)) && (
        <DateInput
          id={idOf('due')}
          name="due"
          legend={say('plan.dueAsked')}
          legendSize="s"
          hint={say('plan.dueHint')}
          value={typedDay(typed, 'due')}
          error={problemOf('due')}
        />
      )}
    </>
  )
}

function DetailField({
  name,
  typed,
  idOf,
  problemOf,
}: Omit<RestFieldsProps, 'kind'> & { name: AskedDetail }): JSX.Element {
  const say = useSay()
  const field = detailField(name)
  const shared = {
    name: field,
    id: idOf(field),
    label: labelOf(say, name),
    labelSize: 's',
    value: typed[field],
  } as const
  if (name === 'funding')
    return (
      <Select
        {...shared}
        options={[
          { value: '', label: say('plan.notSaid') },
          ...FUNDING.map(value => ({ value, label: say.code('planFunding', value) })),
        ]}
        error={problemOf(field)}
      />
    )
  return <Input {...shared} error={problemOf(field)} />
}

function labelOf(say: Say, name: AskedDetail): string {
  return say('plan.optional', { label: say.code('planDetail', name) })
}
