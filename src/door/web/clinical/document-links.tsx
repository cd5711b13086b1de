import type { JSX } from 'preact'
import type { Document } from '#record/chart/clinical/documents.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** Letters and documents by what they are called, each a link to what is written in it. */
export function DocumentLinks({ documents, own }: { documents: readonly Document[]; own: string }): JSX.Element {
  const say = useSay()
  return (
    <ul class="nhsuk-list">
      {documents.map(({ id, title, kind, writtenAt, isDraft, isReplaced, toldBy }) => (
        <li key={id}>
          <a href={`${own}/documents/${id}`}>{title ?? kind ?? say('clinical.untitled')}</a>
          {writtenAt !== undefined && <span>, {say.day(writtenAt)}</span>}{' '}
          {isDraft && <Tag colour="grey">{say('clinical.draft')}</Tag>}{' '}
          {isReplaced && <Tag colour="grey">{say('clinical.replaced')}</Tag>}
          <br />
          <span class="nhsuk-hint">{say.of(toldBy)}</span>
        </li>
      ))}
    </ul>
  )
}
