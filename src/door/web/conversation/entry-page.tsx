import type { JSX } from 'preact'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { Details } from '../parts/details.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import type { EntryPageProps } from './entry.ts'
import { EntryCard } from './entry-card.tsx'
import { AnswerForm, fieldIn, PassOnForm, StrikeForm } from './entry-forms.tsx'
import { conversationTitle } from './title.ts'
import { ReaderList } from './who.tsx'

/** One entry by itself: what it says, who can read it, and what may be done with it. */
export function EntryPage(props: EntryPageProps): JSX.Element {
  const { say } = useAsked()
  const { shown, filled } = props
  const { banner, isOwn, entry } = shown
  const whose = { isOwn, name: banner.name }
  const title = say.code('conversation', entry.kind)
  const wrong = filled === undefined ? [] : listedProblems(say, filled.problems, field => fieldIn(filled.form, field))
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${person}/conversation`, text: conversationTitle(say, whose) }}
      banner={<PersonBanner banner={banner} href={person} emergency={shown.emergency} />}
    >
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
