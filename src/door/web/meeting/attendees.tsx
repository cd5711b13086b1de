import type { JSX } from 'preact'
import { type Meeting, WAYS } from '#work/meeting/meeting.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'

/** Who is around the table and how, and who takes the notes. The same on the page and when it changes live. */
export function Attendees({ meeting }: { meeting: Meeting }): JSX.Element {
  const { say } = useAsked()
  return (
    <div id="attendees" tabIndex={-1}>
      <ul class="app-attendees">
        {meeting.attendees.map(({ accountId, name, role, organisation, way }) => (
          <li key={accountId}>
            <span>
              <b>{name}</b>, {say.code('role', role)}, {say.of(organisation)}
            </span>{' '}
            <Tag colour={COLOURS[way]}>{say.code('meeting', `way-${way}`)}</Tag>
          </li>
        ))}
      </ul>
      <p>
        {say('meeting.noteTaker')}: <b>{meeting.noteTaker.name}</b>
      </p>
    </div>
  )
}

const COLOURS = { invited: 'grey', here: 'green', 'by-video': 'blue', 'sends-word': 'orange' } as const

/** What somebody says of their being there, a press each; and that they take the notes from now on. */
export function AttendForms({ meeting }: { meeting: Meeting }): JSX.Element {
  const { say, visitor } = useAsked()
  const page = `/meetings/${meeting.id}`
  return (
    <div class="app-buttons">
      {WAYS.map(way => (
        <form key={way} method="post" action={`${page}/attend`}>
          <input type="hidden" name="way" value={way} />
          <Button small variant="secondary" preventDoubleClick>
            {say.code('meeting', `am-${way}`)}
          </Button>
        </form>
      ))}
      {meeting.noteTaker.accountId !== visitor?.accountId && (
        <form method="post" action={`${page}/notes`}>
          <Button small variant="secondary" preventDoubleClick>
            {say('meeting.takeNotes')}
          </Button>
        </form>
      )}
    </div>
  )
}
