import type { JSX } from 'preact'
import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { type TriedCase, tryCases } from '#record/sharing/agreement/cases.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'

/** Every worked case of an agreement, and what its clauses make of it. Nothing where there are none. */
export function CaseTable({ content }: { content: AgreementContent }): JSX.Element | null {
  const say = useSay()
  if (content.cases.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('agreement.cases')}</h2>
      <p>{say('agreement.casesMean')}</p>
      <Table
        caption={say('agreement.cases')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        columns={[{ heading: say('agreement.case') }, { heading: say('agreement.caseVerdict') }]}
        rows={tryCases(content).map(tried => ({
          cells: [say.of(tried.worked.words), { content: <Verdict tried={tried} /> }],
        }))}
      />
    </>
  )
}

function Verdict({ tried: { worked, allowed, clause } }: { tried: TriedCase }): JSX.Element {
  const say = useSay()
  return (
    <>
      {clause === undefined ? say('agreement.caseMayNot') : say('agreement.caseMay', { clause })}
      {allowed !== worked.may && (
        <>
          {' '}
          <Tag colour="red">{say('agreement.caseWrong')}</Tag>
        </>
      )}
    </>
  )
}
