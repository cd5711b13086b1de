import type { JSX } from 'preact'
import type { AgendaLine } from '#work/meeting/agenda.ts'
import { useAsked } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

interface AgendaLinesProps {
  readonly lines: readonly AgendaLine[]
  readonly personId: string
}

/** What is due and what is stuck about somebody, each with where it can be read. */
export function AgendaLines({ lines, personId }: AgendaLinesProps): JSX.Element {
  const { say } = useAsked()
  if (lines.length === 0) return <p>{say('meeting.nothingDueLong')}</p>
  return (
    <ul class="app-agenda">
      {lines.map(line => (
        <li key={`${line.reason} ${line.to}`}>
          <Tag colour={line.reason === 'in-hospital' ? 'blue' : 'red'}>{say.code('meeting', line.reason)}</Tag>{' '}
          {line.to !== undefined && (
            <a href={`/people/${personId}/${line.to}`} lang={line.language}>
              {line.words ?? say('meeting.toReview')}
            </a>
          )}{' '}
          <Waits line={line} />
        </li>
      ))}
    </ul>
  )
}

function Waits({ line: { owner, since, reason } }: { line: AgendaLine }): JSX.Element {
  const { say } = useAsked()
  const name = typeof owner === 'object' ? say.of(owner) : owner
  const moment = since && (typeof since === 'string' ? say.day(since) : say.moment(since))
  return (
    <span class="app-agenda__waits">
      {name !== undefined && <>{say('meeting.withWhom', { name })} </>}
      {moment !== undefined && say(reason === 'in-hospital' ? 'meeting.since' : 'meeting.wasDue', { moment })}
    </span>
  )
}
