import type { JSX } from 'preact'
import type { Report, Result } from '#record/chart/clinical/results.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { flagOf } from './flag.ts'
import { dayOrMoment } from './when.ts'

/** One test or panel of tests, with everything that was found. */
export function ReportTable({ report }: { report: Report }): JSX.Element {
  const say = useSay()
  const { name, seenAt, status, comments, results, toldBy } = report
  return (
    <section id={`report-${report.id}`} aria-labelledby={`name-${report.id}`}>
      <h2 class="nhsuk-heading-m" id={`name-${report.id}`}>
        {name ?? say('clinical.notNamed')}
        {status !== 'final' && (
          <>
            {' '}
            <Tag colour="grey">{say.code('resultStatus', status)}</Tag>
          </>
        )}
      </h2>
      <p>
        {seenAt !== undefined && (
          <>
            {dayOrMoment(seenAt, say)}
            <br />
          </>
        )}
        <span class="nhsuk-hint">{say.of(toldBy)}</span>
      </p>
      {comments.map(comment => (
        <p class="app-lines">{comment}</p>
      ))}
      {results.length > 0 && (
        <Table
          caption={name ?? say('clinical.notNamed')}
          captionClass="nhsuk-u-visually-hidden"
          responsive
          firstCellIsHeader
          columns={[
            { heading: say('clinical.test') },
            { heading: say('clinical.found') },
            { heading: say('clinical.usual') },
          ]}
          rows={results.map(result => ({
            cells: [
              result.name ?? say('clinical.notNamed'),
              { content: <Found result={result} /> },
              result.range ?? '',
            ],
          }))}
        />
      )}
    </section>
  )
}

function Found({ result }: { result: Result }): JSX.Element {
  const say = useSay()
  const { value, when, isFile, flags, status, comments } = result
  const flag = flagOf(flags)
  const words = value ?? (when === undefined ? undefined : dayOrMoment(when, say))
  return (
    <>
      <span class="app-lines">{words ?? say(isFile ? 'clinical.isFile' : 'clinical.noValue')}</span>
      {flag !== undefined && (
        <>
          {' '}
          <Tag colour="orange">{say.code('resultFlag', flag)}</Tag>
        </>
      )}
      {status !== 'final' && (
        <>
          {' '}
          <Tag colour="grey">{say.code('resultStatus', status)}</Tag>
        </>
      )}
      {comments.map(comment => (
        <p class="app-lines nhsuk-hint">{comment}</p>
      ))}
    </>
  )
}
