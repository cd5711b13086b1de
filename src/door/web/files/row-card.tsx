import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { listNameOf } from '#work/drop/code-system.ts'
import type { Field, FieldName } from '#work/drop/field.ts'
import { fieldsOf } from '#work/drop/fields-of.ts'
import type { DropKind } from '#work/drop/kind.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

interface RowCardProps {
  readonly kind: DropKind
  readonly row: number
  readonly values: RowValues
}

/** One row as it is read, field by field, so that a column that was taken for another is seen at once. */
export function RowCard({ kind, row, values }: RowCardProps): JSX.Element {
  const say = useSay()
  const fields = Object.entries(fieldsOf(kind)) as [FieldName, Field][]
  const rows = fields.flatMap(([name, field]) => {
    const value = values[name]
    return value === undefined ? [] : [{ key: say.code('dropField', name), value: valueInWords(say, field, value) }]
  })
  return (
    <Card heading={say('files.row', { number: row })} headingLevel={3}>
      <SummaryList rows={rows} />
    </Card>
  )
}

function valueInWords(say: Say, { as }: Field, value: string): string {
  if (as === 'day') return say.day(value)
  if (as === 'moment') return say.moment(new Date(value))
  const list = typeof as === 'object' ? listNameOf(as) : undefined
  return list === undefined ? value : say.code(list, value)
}
