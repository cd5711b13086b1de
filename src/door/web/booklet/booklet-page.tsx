import type { JSX } from 'preact'
import { sayIn } from '#ground/language/say.ts'
import type { Phone } from '#record/organisation/phones.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { WrittenPart } from '#work/about-me/about-me.ts'
import type { TeamMember } from '#work/care-team/care-team.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'
import { ASSETS } from '../assets.ts'
import { Page } from '../frame.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { planTitle } from '../plan/plan-title.ts'
import { type BookletChoice, languagesOf } from './choice.ts'
import { Choices } from './choices.tsx'
import { Entry, type Owners } from './entry.tsx'
import { ChoiceContext, HeadingInEach, InEach, Written } from './in-each.tsx'
import { Pictogram } from './pictogram.tsx'
import { type BookletSection, sectionsOf } from './sections.ts'
import { WhoIsWith } from './who-is-with.tsx'
import { WhoToCall } from './who-to-call.tsx'

/** What one reader may print of one plan. */
export interface ShownBooklet {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly aboutMe: readonly WrittenPart[]
  readonly items: readonly PlanItem[]
  readonly owners: Owners
  readonly team: readonly TeamMember[]
  readonly phones: ReadonlyMap<string, readonly Phone[]>
}

/** The plan as a booklet to print, in the voice of the person whose it is, whoever prints it. */
export function BookletPage({ shown, choice }: { shown: ShownBooklet; choice: BookletChoice }): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, items, owners, phones } = shown
  const plan = `/people/${banner.personId}/plan`
  const doers = [...new Set(items.filter(({ ownerCode }) => ownerCode !== THE_PERSON).map(({ ownerId }) => ownerId))]
  return (
    <Page
      title={say('booklet.title')}
      back={{ href: plan, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} />}
      style={ASSETS.booklet}
    >
      <Choices choice={choice} at={`${plan}/booklet`} />
      <ChoiceContext.Provider value={choice}>
        <div class={`booklet booklet--${choice.size} booklet--${choice.layout} booklet--${choice.language}`}>
          <Cover shown={shown} choice={choice} />
          <AboutMe parts={shown.aboutMe.filter(({ words }) => words !== '')} />
          {items.length === 0 && <InEach>{say => <p>{say('booklet.empty')}</p>}</InEach>}
          {sectionsOf(items).map(section => (
            <Section key={section.name} section={section} owners={owners} choice={choice} />
          ))}
          <WhoIsWith team={shown.team} personId={banner.personId} />
          <WhoToCall doers={doers} owners={owners} phones={phones} />
        </div>
      </ChoiceContext.Provider>
    </Page>
  )
}

/** Whose it is, and of which day: what is on paper does not change when the plan does. */
function Cover({ shown: { banner, isOwn }, choice }: { shown: ShownBooklet; choice: BookletChoice }): JSX.Element {
  const { now, visitor } = useAsked()
  const name = visitor?.name ?? ''
  return (
    <header class="booklet-cover">
      {choice.layout === 'easy' && <Pictogram name="speech" />}
      <h1 class="booklet-cover__title">
        {languagesOf(choice).map(language => (
          <span key={language} lang={language}>
            {sayIn(language)('booklet.cover')}{' '}
          </span>
        ))}
        <span class="booklet-cover__name">{banner.name}</span>
      </h1>
      {choice.layout === 'easy' && <InEach>{say => <p>{say('booklet.coverEasy')}</p>}</InEach>}
      <InEach>
        {say => (
          <p class="booklet-cover__printed">
            {isOwn
              ? say('booklet.printed', { day: say.day(now) })
              : say('booklet.printedBy', { day: say.day(now), name })}{' '}
            {say('booklet.changes')}
          </p>
        )}
      </InEach>
    </header>
  )
}

/** Who they are, in their own words: before everything else. */
function AboutMe({ parts }: { parts: readonly WrittenPart[] }): JSX.Element | null {
  if (parts.length === 0) return null
  return (
    <section class="booklet-section">
      <div class="booklet-section__head">
        <Pictogram name="speech" />
        <HeadingInEach level={2} words={say => say('aboutMe.title')} />
      </div>
      {parts.map(({ part, words, language }) => (
        <article key={part} class="booklet-item booklet-item--matters">
          <HeadingInEach level={3} words={say => say.code('aboutMePart', part)} />
          <Written words={words} language={language} />
        </article>
      ))}
    </section>
  )
}

interface SectionProps {
  readonly section: BookletSection
  readonly owners: Owners
  readonly choice: BookletChoice
}

function Section({
  section: { name, picture, heading, explains, entries },
  owners,
  choice,
}: SectionProps): JSX.Element {
  return (
    <section class={`booklet-section booklet-section--${name}`}>
      <div class="booklet-section__head">
        <Pictogram name={picture} />
        <HeadingInEach level={2} words={say => say.plain(heading)} />
      </div>
      {choice.layout === 'easy' && <InEach>{say => <p class="booklet-explains">{say.plain(explains)}</p>}</InEach>}
      {entries.map(entry => (
        <Entry key={entry.item.id} entry={entry} owners={owners} />
      ))}
    </section>
  )
}
