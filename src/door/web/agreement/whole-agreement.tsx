import type { JSX } from 'preact'
import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { useSay } from '../asked.ts'
import { CaseTable } from './case-table.tsx'
import { ClauseCard } from './clause-card.tsx'
import type { Names } from './name-list.tsx'
import { Procedures } from './procedures.tsx'

/** What an agreement says: its clauses in plain words, what comes of its worked cases, and how things are done. */
export function WholeAgreement({ content, names }: { content: AgreementContent; names: Names }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('agreement.clauses')}</h2>
      {content.clauses.map(clause => (
        <ClauseCard key={clause.number} clause={clause} names={names} />
      ))}
      <CaseTable content={content} />
      <Procedures procedures={content.procedures} />
    </>
  )
}
