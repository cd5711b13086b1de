import type { JSX } from 'preact'
import type { Drop } from '#work/drop/drop.ts'
import { fieldsInWords } from '#work/drop/fault-words.ts'
import { FAULTS_SHOWN_MAX, type Preview } from '#work/drop/preview.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Details } from '../parts/details.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { ColumnForm } from './column-form.tsx'
import { FaultyTable } from './faulty-table.tsx'
import { RowCard } from './row-card.tsx'

interface PreviewPartProps {
  readonly drop: Drop
  readonly preview: Preview
  /** Whether the sender's files of this kind tell of everything there is. */
  readonly isFull: boolean
}

/** What would come of a file: which rows can be taken in, what is wrong with the others, and how its columns are read. */
export function PreviewPart({ drop, preview, isFull }: PreviewPartProps): JSX.Element {
  const say = useSay()
  const { count, faulty, missing, first, faults, columns, gone } = preview
  const form = <ColumnForm drop={drop} columns={columns} />
  return (
    <>
      <InsetText>
        <p>{say('files.previewLede')}</p>
        <p>
          {say('files.rows', { count })}.{' '}
          {missing.length === 0 && (faulty === 0 ? say('files.allSound') : say('files.someFaulty', { count: faulty }))}
        </p>
        {drop.knownAs !== drop.id && <p>{say('files.repeats')}</p>}
      </InsetText>
      {missing.length > 0 && (
        <WarningCallout>{say('files.missingColumns', { fields: fieldsInWords(say, missing) })}</WarningCallout>
      )}
      {missing.length === 0 && (
        <form method="post" action={`/files/${drop.id}/take`}>
          {isFull && gone.count > 0 && (
            <>
              <p>{say('files.gone', { count: gone.count, references: gone.first.join(', ') })}</p>
              <Checkboxes name="ends-gone" options={[{ value: 'yes', label: say('files.endsGone') }]} />
            </>
          )}
          <Button preventDoubleClick>{say('files.takeButton')}</Button>
        </form>
      )}
      {faults.length > 0 && (
        <>
          <FaultyTable kind={drop.kind} rows={faults} caption={say('files.wrong')} />
          {faulty > FAULTS_SHOWN_MAX && <p>{say('files.wrongMore')}</p>}
        </>
      )}
      {first.length > 0 && <h2 class="nhsuk-heading-l">{say('files.first')}</h2>}
      {first.map(({ row, values }) => (
        <RowCard key={row} kind={drop.kind} row={row} values={values} />
      ))}
      <h2 class="nhsuk-heading-l">{say('files.columns')}</h2>
      <p>{say('files.columnsLede')}</p>
      {missing.length > 0 ? form : <Details summary={say('files.columns')}>{form}</Details>}
    </>
  )
}
