import type { JSX } from 'preact'
import { isWritten, type PartProposal } from '#work/about-me/about-me.ts'
import type { PartHistoryEntry } from '#work/about-me/read-about-me.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Details } from '../parts/details.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { aboutMeTitle } from './about-me-title.ts'
import { AnswerForm } from './answer-form.tsx'
import { MediaForm } from './media-form.tsx'
import { PartContent } from './part-content.tsx'
import type { ShownPart, Tried } from './shown-part.ts'
import { WordsForm } from './words-form.tsx'

/** One part of About me: what it says, the words that others offer, and the forms to write it anew. */
export function PartPage({ shown, tried }: { shown: ShownPart; tried: Tried | undefined }): JSX.Element {
  const { say } = useAsked()
  const { banner, part, isOwn, may } = shown
  const question = say.code(isOwn ? 'aboutMeAsk' : 'aboutMePart', part.part)
  const all = `/people/${banner.personId}/about-me`
  const wrong = Object.entries(tried?.problems ?? {}).map(([field, key]) => ({ message: say.plain(key), field }))
  const of = (form: Tried['form']) => (tried?.form === form ? tried : undefined)
  return (
    <Page
      title={question}
      problems={wrong}
      back={{ href: all, text: aboutMeTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
    >
      {tried?.wasKept && <NotificationBanner message={say('aboutMe.kept')} />}
      <h1 class="nhsuk-heading-xl">{question}</h1>
      {isOwn && <p class="nhsuk-lede-text">{say.code('aboutMeHint', part.part)}</p>}
      <Present shown={shown} tried={tried} />
      <Offered shown={shown} tried={of('answer')} />
      <WordsForm shown={shown} tried={of('words')} />
      {may === 'decide' && <MediaForm shown={shown} tried={of('media')} />}
      <History entries={shown.history} />
    </Page>
  )
}

/** Shown to whoever offers other words, beside a picture, and to whoever wrote while it changed under their hands. */
function Present({ shown, tried }: { shown: ShownPart; tried: Tried | undefined }): JSX.Element | null {
  const { part, may, banner } = shown
  const hasChanged = tried !== undefined && (tried.typed.afterId ?? '') !== (part.versionId ?? '')
  if (!isWritten(part) || (may === 'decide' && part.media === undefined && !hasChanged)) return null
  return (
    <section class="app-own-words" id="present" tabIndex={-1}>
      <PartContent part={part} personId={banner.personId} />
    </section>
  )
}

function Offered({ shown, tried }: { shown: ShownPart; tried: Tried | undefined }): JSX.Element | null {
  const { say } = useAsked()
  const { part, may } = shown
  if (part.proposals.length === 0) return null
  return (
    <section>
      <h2 class="nhsuk-heading-m">{say('aboutMe.waitingAll')}</h2>
      {part.proposals.map(proposal => (
        <div key={proposal.id} class="app-proposal">
          <OfferedWords proposal={proposal} />
          {may === 'decide' && (
            <AnswerForm
              shown={shown}
              proposal={proposal}
              tried={tried?.proposalId === proposal.id ? tried : undefined}
            />
          )}
        </div>
      ))}
    </section>
  )
}

function OfferedWords({ proposal }: { proposal: PartProposal }): JSX.Element {
  const { say, visitor } = useAsked()
  const { words, language, why, proposedBy, proposedById, proposedAt } = proposal
  return (
    <>
      <p class="app-voice__who">
        {proposedById === visitor?.accountId
          ? say('aboutMe.youPropose')
          : say('aboutMe.proposes', { name: proposedBy })}
      </p>
      <p class="app-item__written">{say.moment(proposedAt)}</p>
      <p class="app-voice__words" lang={language}>
        {words}
      </p>
      {why !== undefined && (
        <dl class="app-facts">
          <div>
            <dt>{say('plan.why')}</dt>
            <dd>{why}</dd>
          </div>
        </dl>
      )}
    </>
  )
}

function History({ entries }: { entries: readonly PartHistoryEntry[] }): JSX.Element | null {
  const { say } = useAsked()
  if (entries.length === 0) return null
  return (
    <Details summary={say('aboutMe.history')}>
      <ol class="app-voices">
        {entries.map((entry, place) => (
          <li key={String(place)} class="app-voice">
            <p class="app-voice__who">{whatOf(say, entry)}</p>
            <p class="app-item__written">{say.moment(entry.at)}</p>
            {entry.words !== '' && (
              <p class="app-voice__words" lang={entry.language}>
                {entry.words}
              </p>
            )}
            {entry.hasMedia && <p>{say('aboutMe.historyMedia')}</p>}
            {entry.answer !== undefined && <p>{entry.answer}</p>}
          </li>
        ))}
      </ol>
    </Details>
  )
}

function whatOf(say: ReturnType<typeof useAsked>['say'], entry: PartHistoryEntry): string {
  const { what, by: name, proposedBy, words, hasMedia } = entry
  if (what === 'declined') return say('aboutMe.historyDeclined', { name, proposer: proposedBy ?? '' })
  return say(words === '' && !hasMedia ? 'aboutMe.historyTaken' : 'aboutMe.historyWritten', { name })
}
