import type { JSX } from 'preact'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Details } from '../parts/details.tsx'
import { ErrorSummary } from '../parts/error-summary.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import type { Problems, Typed } from '../typed.ts'
import { EntryCard } from './entry-card.tsx'
import { AnswerForm, type EntryFormName, fieldIn, PassOnForm, StrikeForm } from './entry-forms.tsx'
import { listed } from './fields.ts'
import { conversationTitle } from './title.ts'
import { ReaderList } from './who.tsx'

/** One entry, and what its reader may do with it. */
export interface ShownEntry {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly entry: Entry
  /** Who may read the entry. */
  readonly readers: readonly MayRead[]
  /** Who will read the reader's answer; nobody when it is not theirs to give. */
  readonly answerReaders: readonly MayRead[]
  readonly mayAnswer: boolean
  readonly mayPassOn: boolean
  readonly mayStrike: boolean
  /** Whether a colleague of the same body wrote it. */
  readonly mayMisfile: boolean
  readonly formKey: string
  readonly emergency: OpenEmergency | undefined
}

/** A form that comes back: because something was wrong with it, or because it was kept while its sender signed in. */
export interface FilledForm {
  readonly form: EntryFormName
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

export interface EntryPageProps {
  readonly shown: ShownEntry
  readonly filled: FilledForm | undefined
  /** The address of the entry. */
  readonly action: string
}

/** One entry by itself: what it says, who can read it, and what may be done with it. */
export function EntryPage(props: EntryPageProps): JSX.Element {
  const { say } = useAsked()
  const { shown, filled } = props
  const { banner, isOwn, entry } = shown
  const whose = { isOwn, name: banner.name }
  const title = say.code('conversation', entry.kind)
  const wrong = filled === undefined ? [] : listed(say, filled.problems, field => fieldIn(filled.form, field))
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={wrong.length > 0 ? say('conversation.errorTitle', { page: title }) : title}
      back={{ href: `${person}/conversation`, text: conversationTitle(say, whose) }}
      banner={<PersonBanner banner={banner} href={person} emergency={shown.emergency} />}
    >
      {wrong.length > 0 && <ErrorSummary problems={wrong} />}
      {filled?.wasKept && <InsetText>{say('conversation.kept')}</InsetText>}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <ul class="app-entries">
        <EntryCard entry={entry} person={banner.name} alone />
      </ul>
      {shown.mayAnswer && <AnswerForm {...props} />}
      <Details summary={say('conversation.readers')}>
        <ReaderList readers={shown.readers} person={banner.name} />
      </Details>
      {shown.mayPassOn && <PassOnForm {...props} />}
      {(shown.mayStrike || shown.mayMisfile) && <StrikeForm {...props} />}
    </Page>
  )
}
