import type { JSX } from 'preact'
import type { JoinedRecords, ToldLink, ToldPair } from '#work/identity/joined/read-joined.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { DoubtCard } from './doubt-card.tsx'
import { decidedByWords } from './joined-words.ts'
import { Reason } from './reason.tsx'
import { RecordCard } from './record-card.tsx'

/** What was just done, as the address tells it. */
export type Done = 'sent' | 'ended' | 'taken'

/** What the page shows: whom it is about, and the records that are joined as them. */
export interface JoinedShown {
  readonly banner: PageBanner
  readonly joined: JoinedRecords
}

const NOTES = { sent: 'joined.noteSent', ended: 'joined.noteEnded', taken: 'joined.noteTaken' } as const

/** Which organisations' records are joined as one person: what waits first, then each record, then what is over. */
export function JoinedPage({ shown, done }: { shown: JoinedShown; done: Done | undefined }): JSX.Element {
  const { say } = useAsked()
  const { banner, joined } = shown
  const { records, ended, apart, doubts, mayDoubt, mayPart } = joined
  const own = `/people/${banner.personId}`
  const title = say(mayDoubt ? 'joined.titleOwn' : 'joined.title')
  return (
    <Page
      title={title}
      back={{ href: own, text: say(mayDoubt ? 'joined.backOwn' : 'joined.back') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {done && <NotificationBanner success message={say(NOTES[done])} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(mayDoubt ? 'joined.introOwn' : 'joined.intro')}</p>
      {doubts.length > 0 && (
        <>
          <h2 class="nhsuk-heading-l">{say(mayDoubt ? 'joined.doubts' : 'joined.doubtsOf')}</h2>
          {doubts.map(doubt => (
            <DoubtCard key={doubt.at.toISOString()} doubt={doubt} />
          ))}
        </>
      )}
      <h2 class="nhsuk-heading-l">{say('joined.records')}</h2>
      {records.map((record, place) => (
        <RecordCard
          key={record.id}
          record={record}
          at={`${own}/records`}
          isFirst={place === 0}
          isAlone={records.length === 1}
          mayDoubt={mayDoubt}
          mayPart={mayPart}
        />
      ))}
      <Ended links={ended} />
      <Apart pairs={apart} />
    </Page>
  )
}

function Ended({ links }: { links: readonly ToldLink[] }): JSX.Element | null {
  const { say } = useAsked()
  if (links.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('joined.ended')}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {links.map(({ id, between, startedAt, ended }) => (
          <li key={id}>
            <strong>{between.map(say.of).join(' – ')}</strong>
            <br />
            {ended && (
              <>
                {say('joined.endedTold', {
                  from: say.day(startedAt),
                  until: say.day(ended.at),
                  name: decidedByWords(say, ended),
                })}{' '}
                <Reason reason={ended.reason} />
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Apart({ pairs }: { pairs: readonly ToldPair[] }): JSX.Element | null {
  const { say } = useAsked()
  if (pairs.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('joined.apart')}</h2>
      <p>{say('joined.apartIntro')}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {pairs.map(pair => (
          <li key={pair.id}>
            <strong>{pair.between.map(say.of).join(' – ')}</strong>
            <br />
            {say('joined.apartTold', { day: say.day(pair.at), name: decidedByWords(say, pair) })}{' '}
            <Reason reason={pair.reason} />
          </li>
        ))}
      </ul>
    </>
  )
}
