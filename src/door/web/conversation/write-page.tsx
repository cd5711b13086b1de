import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { InsetText } from '../parts/inset-text.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import type { Problems, Typed } from '../typed.ts'
import type { Choices } from './choices.ts'
import { conversationTitle } from './title.ts'
import { WriteForm } from './write-form.tsx'

interface WritePageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly choices: Choices
  /** The item of the plan that it is about. */
  readonly about: PlanItem | undefined
  readonly formKey: string
  readonly typed: Typed
  readonly problems: Problems
  readonly wasKept: boolean
}

/** Where somebody writes in a conversation. */
export function WritePage({
  banner,
  isOwn,
  choices,
  about,
  formKey,
  typed,
  problems,
  wasKept,
}: WritePageProps): JSX.Element {
  const { say } = useAsked()
  const title = say('conversation.writeTitle')
  const wrong = listedProblems(say, problems)
  const conversation = `/people/${banner.personId}/conversation`
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: conversation, text: conversationTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={`/people/${banner.personId}`} />}
    >
      {wasKept && <InsetText>{say('conversation.kept')}</InsetText>}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <WriteForm
        action={`${conversation}/write`}
        choices={choices}
        about={about}
        person={banner.name}
        formKey={formKey}
        typed={typed}
        problems={problems}
      />
    </Page>
  )
}
