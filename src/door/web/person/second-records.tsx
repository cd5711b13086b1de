import type { JSX } from 'preact'
import type { SecondRecord } from '#work/identity/joined/second-records.ts'
import { useSay } from '../asked.ts'

/** That there may be a second record of the person, to whoever may know of both: to compare them, or to open the other. */
export function SecondRecords({ records }: { records: readonly SecondRecord[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      {records.map(({ organisation, personId, taskId }) => (
        <p key={`${personId} ${organisation.en}`} class="app-banner__second">
          <strong>{say('joined.secondLabel')}:</strong> {say('joined.second', { organisation: say.of(organisation) })}{' '}
          {taskId === undefined ? (
            <a href={`/people/${personId}`}>{say('joined.secondOpen')}</a>
          ) : (
            <a href={`/identity/${taskId}`}>{say('joined.secondDecide')}</a>
          )}
        </p>
      ))}
    </>
  )
}
