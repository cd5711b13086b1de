import type { JSX } from 'preact'
import type { Notice } from '#work/notice/notice.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'

/** Something that happened, as far as this reader may know it. The same card on the page and when it arrives live. */
export function NoticeCard({ notice, name }: { notice: Notice; name: string }): JSX.Element {
  const { say } = useAsked()
  const { hospital, ward, reason, expectedHomeOn, takenAt } = notice
  const person = `/people/${notice.personId}`
  return (
    <li
      id={`notice-${notice.id}`}
      class={takenAt === undefined ? 'app-notice app-notice--new' : 'app-notice'}
      tabIndex={-1}
    >
      <p class="app-notice__kind">
        <Tag colour={takenAt === undefined ? 'red' : 'grey'}>{say.code('notice', notice.kind)}</Tag>
      </p>
      <h3 class="app-notice__who nhsuk-heading-s">
        <a href={person}>{name}</a>
      </h3>
      <p class="app-notice__what">
        {hospital === undefined
          ? say.moment(notice.happenedAt)
          : say('notice.where', { hospital: say.of(hospital), moment: say.moment(notice.happenedAt) })}
      </p>
      <dl class="app-notice__facts">
        {ward !== undefined && <Fact name={say('notice.ward')} value={say.of(ward)} />}
        {reason !== undefined && <Fact name={say('notice.reason')} value={reason} />}
        {expectedHomeOn !== undefined && <Fact name={say('notice.expectedHome')} value={say.weekday(expectedHomeOn)} />}
      </dl>
      {takenAt === undefined ? (
        <form method="post" action={`${person}/notices/${notice.id}/taken`}>
          <Button small variant="secondary" preventDoubleClick>
            {say('notice.take')}
          </Button>
        </form>
      ) : (
        <p class="nhsuk-hint">{say('notice.taken', { moment: say.moment(takenAt) })}</p>
      )}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
