import type { JSX } from 'preact'
import type { Notice } from '#work/notice/notice.ts'
import { useAsked } from '../asked.ts'

/** What is known of what happened, a line each. */
export function NoticeFacts({ notice }: { notice: Notice }): JSX.Element {
  const { say } = useAsked()
  const { ward, reason, expectedHomeOn, diedOn, newHome, practice } = notice
  return (
    <dl class="app-notice__facts">
      {ward !== undefined && <Fact name={say('notice.ward')} value={say.of(ward)} />}
      {reason !== undefined && <Fact name={say('notice.reason')} value={reason} />}
      {expectedHomeOn !== undefined && <Fact name={say('notice.expectedHome')} value={say.weekday(expectedHomeOn)} />}
      {diedOn !== undefined && <Fact name={say('notice.diedOn')} value={dayOrText(diedOn, say.day)} />}
      {newHome !== undefined && newHome.lines.length > 0 && (
        <Fact name={say('notice.newHome')} value={newHome.lines.join(', ')} />
      )}
      {practice !== undefined && <Fact name={say('notice.practice')} value={practice} />}
    </dl>
  )
}

/** What somebody is to know besides, or where they go from here. */
export function NoticeWords({ notice }: { notice: Notice }): JSX.Element | null {
  const { say, visitor } = useAsked()
  switch (notice.kind) {
    case 'died':
      return <p>{say(visitor?.post === undefined ? 'notice.diedToFamily' : 'notice.diedToWorker')}</p>
    case 'death-withdrawn':
      return <p>{say('notice.deathWithdrawnWords')}</p>
    case 'moved-home':
      return notice.newHome?.isProtected ? <p>{say('notice.newHomeProtected')}</p> : null
    case 'plan-version':
      return (
        <p>
          <a href={`/people/${notice.personId}/plan`}>{say('notice.toPlan')}</a>
        </p>
      )
    case 'mentioned':
    case 'asked':
    case 'answered':
      return (
        <p>
          <a href={`/people/${notice.personId}/conversation`}>{say('notice.toConversation')}</a>
        </p>
      )
    case 'safeguarding-concluded':
      return <p>{say('notice.safeguardingWords')}</p>
    default:
      return null
  }
}

/** A day in words; a month or a year alone as it is known. */
function dayOrText(known: string, day: (iso: string) => string): string {
  return known.length === 10 ? day(known) : known
}

function Fact({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
