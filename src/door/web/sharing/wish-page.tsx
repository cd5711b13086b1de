import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import type { Problems, Typed } from '../typed.ts'
import { LawFirst } from './law-first.tsx'
import type { SharingPage } from './read-page.ts'
import { nameOf, standingOf } from './who.tsx'
import { fieldOf, optionsOf, tickedFirst, type WhomOption } from './wish-fields.ts'

/** What the address and the form say of the wish that is being made. */
export interface WishAsked {
  readonly kind: 'allow' | 'refuse'
  /** The class it began from. */
  readonly class?: string | undefined
  /** Whom it began from. */
  readonly line?: string | undefined
  readonly typed: Typed | undefined
  readonly problems: Problems
}

/** The form of one wish, with what the law keeps open all the same. */
export function WishPage({ shown, asked }: { shown: SharingPage; asked: WishAsked }): JSX.Element {
  const { say } = useAsked()
  const { banner, sharing } = shown
  const { kind, problems, typed } = asked
  const own = `/people/${banner.personId}`
  const title = say(kind === 'refuse' ? 'sharing.refuseTitle' : 'sharing.allowTitle')
  const wrong = Object.entries(problems).map(([field, key]) => ({ message: say.plain(key), field: FIRST[field] }))
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${own}/sharing`, text: say('sharing.back') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {typed !== undefined && wrong.length === 0 && <NotificationBanner message={say('sharing.kept')} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{say(kind === 'refuse' ? 'sharing.refuseMeans' : 'sharing.allowMeans')}</p>
      <WishForm shown={shown} asked={asked} />
      {kind === 'refuse' && <LawFirst overriding={sharing.overriding} about={sharing.decides} />}
    </Page>
  )
}

/** The id that a problem leads to. */
const FIRST: Readonly<Record<string, string | undefined>> = { who: 'who', classes: 'classes', words: 'words' }

function WishForm({ shown, asked }: { shown: SharingPage; asked: WishAsked }): JSX.Element {
  const { say, path } = useAsked()
  const { sharing, formKey } = shown
  const { typed, problems } = asked
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  const lines = sharing.lines.filter(({ key }) => key === asked.line)
  const options = optionsOf(lines.length > 0 ? lines : sharing.lines)
  return (
    <form method="post" action={path} noValidate>
      <input type="hidden" name="key" value={typed?.key || formKey} />
      <Radios
        name="who"
        legend={say('sharing.who')}
        legendSize="m"
        options={options.map(option => ({ value: option.value, ...wordsOf(say, option) }))}
        value={typed?.who ?? (lines.length > 0 ? options[0]?.value : undefined)}
        error={problem('who')}
      />
      <Checkboxes
        name="classes"
        legend={say('sharing.what')}
        legendSize="m"
        hint={say('sharing.whatHint')}
        class="app-capitals"
        options={DATA_CLASSES.filter(dataClass => sharing.decides.includes(dataClass)).map(dataClass => ({
          name: fieldOf(dataClass),
          value: dataClass,
          label: say.code('dataClass', dataClass),
        }))}
        values={tickedFirst(typed, asked.class)}
        error={problem('classes')}
      />
      <Textarea
        name="words"
        label={say('sharing.words')}
        labelSize="m"
        hint={say('sharing.wordsHint')}
        rows={3}
        lang={say.language}
        value={typed?.words}
        error={problem('words')}
      />
      <Button preventDoubleClick>{say(asked.kind === 'refuse' ? 'sharing.refuseDo' : 'sharing.allowDo')}</Button>
    </form>
  )
}

function wordsOf(say: Say, { is, line }: WhomOption): { label: string; hint: string } {
  const { seat } = line
  if (is === 'person' || seat === undefined) return { label: nameOf(say, line), hint: standingOf(say, line) }
  const organisation = say.of(seat.organisation)
  if (is === 'organisation' || seat.team === null) return { label: say('sharing.whoOrganisation'), hint: organisation }
  return { label: say('sharing.whoTeam'), hint: `${say.of(seat.team)}, ${organisation}` }
}
