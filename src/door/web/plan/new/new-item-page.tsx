import type { JSX } from 'preact'
import { useAsked } from '#door/web/asked.ts'
import { Page } from '#door/web/frame.tsx'
import { LanguageRadios } from '#door/web/language-radios.tsx'
import { listedProblems } from '#door/web/listed-problems.ts'
import { Button } from '#door/web/parts/button.tsx'
import { Radios } from '#door/web/parts/radios.tsx'
import { Select } from '#door/web/parts/select.tsx'
import { Textarea } from '#door/web/parts/textarea.tsx'
import type { PageBanner } from '#door/web/person/page-banner.ts'
import { PersonBanner } from '#door/web/person/person-banner.tsx'
import type { Problems, Typed } from '#door/web/typed.ts'
import type { Bilingual, Say } from '#ground/language/say.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { planTitle } from '../plan-title.ts'
import { RestFields } from '../rest-fields.tsx'

/** Somebody whose the item can be. */
export interface OwnerChoice {
  readonly id: string
  /** Undefined of the person. */
  readonly name: Bilingual | undefined
  /** Whether the reader speaks for them, so that it stands at once. */
  readonly isTheirs: boolean
}

/** What one reader may add of one kind. */
export interface ShownNew {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly kind: ItemKind
  readonly owners: readonly OwnerChoice[]
  /** What it can be part of. */
  readonly parents: readonly PlanItem[]
}

export interface NewItemPageProps {
  readonly shown: ShownNew
  readonly typed: Typed
  readonly problems: Problems
  readonly formKey: string
}

/** How much of what an item is part of names it in a list, characters. */
const NAMED_BY_MAX = 80

/** The form of something new. It says before it asks whether it stands at once or waits for somebody's yes. */
export function NewItemPage({ shown, typed, problems, formKey }: NewItemPageProps): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, kind } = shown
  const plan = planTitle(say, { isOwn, name: banner.name })
  const heading = say.code('planKind', kind)
  const title = say('plan.titleOf', { item: heading, plan })
  const person = `/people/${banner.personId}`
  const wrong = listedProblems(say, problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: `${person}/plan/new`, text: say('plan.addTitle') }}
      banner={<PersonBanner banner={banner} href={person} />}
    >
      <h1 class="nhsuk-heading-xl">{heading}</h1>
      <p class="nhsuk-lede-text">{say.code('planKindHint', kind)}</p>
      <form method="post" action={`${person}/plan/new/${kind}`} noValidate class="app-form">
        <input type="hidden" name="key" value={typed.key || formKey} />
        <Fields shown={shown} typed={typed} problems={problems} />
        <Button preventDoubleClick>{say('plan.add')}</Button>
      </form>
    </Page>
  )
}

function Fields({ shown, typed, problems }: Omit<NewItemPageProps, 'formKey'>): JSX.Element {
  const { say } = useAsked()
  const { kind } = shown
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <>
      <Owner shown={shown} typed={typed} problem={problem('owner')} />
      <Textarea
        name="words"
        label={say(shown.isOwn ? 'plan.wordsMine' : 'plan.words')}
        labelSize="s"
        lang={typed.language ?? say.language}
        value={typed.words}
        error={problem('words')}
      />
      <LanguageRadios
        legend={say('plan.language')}
        value={typed.language ?? say.language}
        error={problem('language')}
      />
      <PartOf shown={shown} typed={typed} problem={problem('partOf')} />
      <RestFields kind={kind} typed={typed} idOf={field => field} problemOf={problem} />
      {shown.owners.some(({ isTheirs }) => !isTheirs) && (
        <Textarea
          name="why"
          label={say('plan.whyAsked')}
          labelSize="s"
          rows={2}
          value={typed.why}
          error={problem('why')}
        />
      )}
    </>
  )
}

interface FieldProps {
  readonly shown: ShownNew
  readonly typed: Typed
  readonly problem: string | undefined
}

/** Whose it is to be. Where there is one choice, nobody is asked; what comes of it is said. */
function Owner({ shown, typed, problem }: FieldProps): JSX.Element {
  const { say } = useAsked()
  const { owners } = shown
  const [only] = owners
  if (owners.length === 1 && only !== undefined)
    return (
      <>
        <p>{whatComesOfIt(say, shown, only)}</p>
        <input type="hidden" name="owner" value={only.id} />
      </>
    )
  return (
    <Radios
      name="owner"
      legend={say('plan.ownerAsked')}
      legendSize="s"
      options={owners.map(owner => ({
        value: owner.id,
        label: nameOf(say, shown, owner),
        hint: whatComesOfIt(say, shown, owner),
      }))}
      value={typed.owner ?? owners.find(({ isTheirs }) => isTheirs)?.id}
      error={problem}
    />
  )
}

function nameOf(say: Say, { isOwn, banner }: ShownNew, { name }: OwnerChoice): string {
  if (name !== undefined) return say.of(name)
  return isOwn ? say('plan.ownerYou') : banner.name || say('plan.thePerson')
}

function whatComesOfIt(say: Say, { isOwn }: ShownNew, { name, isTheirs }: OwnerChoice): string {
  if (isTheirs) return say(isOwn ? 'plan.addStandsMine' : 'plan.addStands')
  return say(name === undefined ? 'plan.addOffers' : 'plan.addAsks')
}

function PartOf({ shown, typed, problem }: FieldProps): JSX.Element | null {
  const { say } = useAsked()
  if (shown.parents.length === 0) return null
  return (
    <Select
      name="partOf"
      label={say(shown.kind === 'goal' ? 'plan.partOfNeed' : 'plan.partOfGoal')}
      labelSize="s"
      options={[
        { value: '', label: say('plan.partOfNone') },
        ...shown.parents.map(({ id, words }) => ({
          value: id,
          label: words.length > NAMED_BY_MAX ? `${words.slice(0, NAMED_BY_MAX)}…` : words,
        })),
      ]}
      value={typed.partOf}
      error={problem}
    />
  )
}
