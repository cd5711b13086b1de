import type { JSX } from 'preact'
import type { Notice } from '#work/notice/notice.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Tag } from '../parts/tag.tsx'
import { NoticeFacts, NoticeWords } from './notice-facts.tsx'
import { ReceiptLines } from './receipt-lines.tsx'

/** Something that happened, as far as this reader may know it. The same card on the page and when it arrives live. */
export function NoticeCard({ notice, name }: { notice: Notice; name: string }): JSX.Element {
  const { say } = useAsked()
  const { takenAt } = notice
  const place = notice.hospital ?? notice.toldBy
  const person = `/people/${notice.personId}`
  return (
    <li id={`notice-${notice.id}`} class={lookOf(notice)} tabIndex={-1}>
      <p class="app-notice__kind">
        <Tag colour={takenAt === undefined && !isGrave(notice) ? 'red' : 'grey'}>{say.code('notice', notice.kind)}</Tag>
      </p>
      <h3 class="app-notice__who nhsuk-heading-s">
        <a href={person}>{name}</a>
      </h3>
      <p class="app-notice__what">
        {place === undefined
          ? say.moment(notice.happenedAt)
          : say('notice.where', { place: say.of(place), moment: say.moment(notice.happenedAt) })}
      </p>
      <NoticeFacts notice={notice} />
      <NoticeWords notice={notice} />
      {notice.receipts !== undefined && <ReceiptLines receipts={notice.receipts} />}
      <Taken notice={notice} />
    </li>
  )
}

/** A death is not lit up like a task, nor is a family asked to tick it off. */
function isGrave({ kind }: Notice): boolean {
  return kind === 'died'
}

function lookOf(notice: Notice): string {
  if (notice.takenAt !== undefined) return 'app-notice'
  return `app-notice ${isGrave(notice) ? 'app-notice--grave' : 'app-notice--new'}`
}

function Taken({ notice }: { notice: Notice }): JSX.Element | null {
  const { say, visitor } = useAsked()
  if (notice.takenAt !== undefined) {
    return <p class="nhsuk-hint">{say('notice.taken', { moment: say.moment(notice.takenAt) })}</p>
  }
  if (isGrave(notice) && visitor?.post === undefined) return null
  return (
    <form method="post" action={`/people/${notice.personId}/notices/${notice.id}/taken`}>
      <Button small variant="secondary" preventDoubleClick>
        {say('notice.take')}
      </Button>
    </form>
  )
}
