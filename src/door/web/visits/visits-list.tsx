import type { JSX } from 'preact'
import type { Hold, PlannedVisit } from '#work/notice/visits/visit.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { Tag } from '../parts/tag.tsx'
import { stateOf } from './state.ts'

interface VisitsListProps {
  readonly visits: readonly PlannedVisit[]
  /** Those that the reader may say something of. */
  readonly theirs: ReadonlySet<string>
  readonly action: string
}

/** The planned visits, the soonest first. */
export function VisitsList({ visits, theirs, action }: VisitsListProps): JSX.Element {
  return (
    <ul class="app-notices">
      {visits.map(visit => (
        <VisitRow key={visit.id} visit={visit} action={theirs.has(visit.id) ? action : undefined} />
      ))}
    </ul>
  )
}

function VisitRow({ visit, action }: { visit: PlannedVisit; action: string | undefined }): JSX.Element {
  const say = useSay()
  const { id, startsAt, endsAt, description, provider, hold } = visit
  const when = say.moment(startsAt)
  return (
    <li class="app-notice">
      <p class="app-notice__kind">
        <Tag colour={hold === undefined || hold.answer?.goesAhead ? 'green' : 'grey'}>{say(stateOf(hold))}</Tag>
      </p>
      <h2 class="app-notice__who nhsuk-heading-s">{when}</h2>
      <p class="app-notice__what">
        {endsAt !== undefined && `${say('visits.until', { time: say.time(endsAt) })}, `}
        {say.of(provider)}
        {description !== undefined && `, ${description}`}
      </p>
      {hold !== undefined && <Answered hold={hold} />}
      {action !== undefined && hold?.because !== 'died' && !hold?.answer?.goesAhead && (
        <form method="post" action={action}>
          <input type="hidden" name="visit" value={id} />
          <Button small variant="secondary" name="answer" value="ahead" preventDoubleClick>
            {say('visits.aheadOne')}
            <Hidden>: {when}</Hidden>
          </Button>
        </form>
      )}
    </li>
  )
}

function Answered({ hold: { answer } }: { hold: Hold }): JSX.Element {
  const say = useSay()
  return (
    <p class="app-notice__what nhsuk-hint">
      {answer === undefined
        ? say('visits.notConfirmed')
        : say('visits.answered', { name: answer.by, moment: say.moment(answer.at) })}
    </p>
  )
}
