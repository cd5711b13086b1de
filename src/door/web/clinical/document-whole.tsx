import type { JSX } from 'preact'
import type { DocumentFile, WholeDocument } from '#record/chart/clinical/documents.ts'
import { useSay } from '../asked.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

/** One document: who wrote it and when, whether it stands, and every word of it as plain text. */
export function DocumentWhole({ document, at }: { document: WholeDocument; at: string }): JSX.Element {
  const say = useSay()
  const { kind, writtenAt, author, toldBy, isDraft, isReplaced, text, files } = document
  const rows = [
    { key: say('clinical.kind'), value: kind ?? '' },
    { key: say('clinical.written'), value: writtenAt === undefined ? '' : say.moment(writtenAt) },
    { key: say('clinical.author'), value: author ?? '' },
    { key: say('clinical.source'), value: say.of(toldBy) },
  ]
  return (
    <>
      {isReplaced && <InsetText>{say('clinical.replacedWords')}</InsetText>}
      {isDraft && <InsetText>{say('clinical.draftWords')}</InsetText>}
      <SummaryList rows={rows.filter(({ value }) => value !== '')} />
      {text !== undefined && <div class="app-letter">{text}</div>}
      {text === undefined && files.length === 0 && <p>{say('clinical.noText')}</p>}
      {files.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">{say('clinical.files')}</h2>
          <ul class="nhsuk-list">
            {files.map(file => (
              <li key={file.place}>
                <OneFile file={file} at={at} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function OneFile({ file: { kind, place, byteLength }, at }: { file: DocumentFile; at: string }): JSX.Element {
  const say = useSay()
  if (kind === undefined) return <>{say('clinical.notHandedOut')}</>
  const size = Math.max(1, Math.round(byteLength / 1024))
  return (
    <a href={`${at}/files/${place}`} download>
      {say('clinical.download', { kind: kind.name.toUpperCase(), size })}
    </a>
  )
}
