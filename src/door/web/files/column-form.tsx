import type { JSX } from 'preact'
import type { Column } from '#work/drop/columns.ts'
import type { Drop } from '#work/drop/drop.ts'
import type { FieldName } from '#work/drop/field.ts'
import { fieldsOf } from '#work/drop/fields-of.ts'
import type { DropKind } from '#work/drop/kind.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Select } from '../parts/select.tsx'
import type { Typed } from '../typed.ts'

/** What each column means, to be said otherwise. */
export function ColumnForm({ drop, columns }: { drop: Drop; columns: readonly Column[] }): JSX.Element {
  const say = useSay()
  const fields = Object.keys(fieldsOf(drop.kind)).map(value => ({ value, label: say.code('dropField', value) }))
  const options = [{ value: '', label: say('files.unused') }, ...fields]
  return (
    <form method="post" action={`/files/${drop.id}/columns`} noValidate>
      {columns.map(({ at, heading, field }) => (
        <Select
          key={at}
          name={`column-${at}`}
          label={
            heading === ''
              ? say('files.columnUnnamed', { number: at + 1 })
              : say('files.column', { heading: shortened(heading) })
          }
          options={options}
          value={field ?? ''}
        />
      ))}
      <Button variant="secondary" preventDoubleClick>
        {say('files.columnsButton')}
      </Button>
    </form>
  )
}

/** The columns of which the form says something else than was held of them. A column without a heading cannot be remembered. */
export function saidColumns(
  typed: Typed,
  columns: readonly Column[],
  kind: DropKind,
): { readonly heading: string; readonly field: FieldName | '' }[] {
  const fields = fieldsOf(kind)
  return columns.flatMap(({ at, heading, field }) => {
    const said = typed[`column-${at}`]
    if (heading === '' || said === undefined || said === (field ?? '')) return []
    return said === '' || Object.hasOwn(fields, said) ? [{ heading, field: said as FieldName | '' }] : []
  })
}

const HEADING_LENGTH_MAX = 100

function shortened(heading: string): string {
  return heading.length > HEADING_LENGTH_MAX ? `${heading.slice(0, HEADING_LENGTH_MAX)} …` : heading
}
