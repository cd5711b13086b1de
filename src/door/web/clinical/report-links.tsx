import type { JSX } from 'preact'
import type { Report } from '#record/chart/clinical/results.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'
import { flagOf } from './flag.ts'
import { dayOrMoment } from './when.ts'

/** The latest test results by name and time, and whether any of them is out of the ordinary. */
export function ReportLinks({ reports, own }: { reports: readonly Report[]; own: string }): JSX.Element {
  const say = useSay()
  return (
    <section aria-labelledby="results">
      <h2 class="nhsuk-heading-l" id="results">
        {say('clinical.results')}
      </h2>
      <ul class="nhsuk-list">
        {reports.map(report => (
          <li key={report.id}>
            <a href={`${own}/results#report-${report.id}`}>{report.name ?? say('clinical.notNamed')}</a>
            {report.seenAt !== undefined && <span>, {dayOrMoment(report.seenAt, say)}</span>}{' '}
            <Standing report={report} />
          </li>
        ))}
      </ul>
      <p class="nhsuk-u-margin-bottom-7">
        <a href={`${own}/results`}>{say('clinical.toResults')}</a>
      </p>
    </section>
  )
}

/** What nobody should miss: results out of the ordinary, and a report that is not final. */
function Standing({ report: { results, status } }: { report: Report }): JSX.Element {
  const say = useSay()
  const count = results.filter(({ flags }) => flagOf(flags) !== undefined).length
  return (
    <>
      {count > 0 && <Tag colour="orange">{say('clinical.outside', { count })}</Tag>}{' '}
      {status !== 'final' && <Tag colour="grey">{say.code('resultStatus', status)}</Tag>}
    </>
  )
}
