import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import { APP_KINDS } from '#work/app/app.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Select } from '../parts/select.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'
import { KIND_WORDS } from './app-state.tsx'

export interface RegisterProps {
  readonly organisations: ReadonlyMap<string, Bilingual>
  readonly action: string
  readonly typed: Typed
  readonly problems: Problems
}

/** The form of an app. */
export function RegisterPage(props: RegisterProps): JSX.Element {
  const { say } = useAsked()
  const title = say('app.register')
  const listed = listedProblems(say, props.problems)
  return (
    <Page title={title} problems={listed} back={{ href: '/apps', text: say('app.back') }}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('app.registerLede')}</p>
      <form method="post" action={props.action} novalidate>
        <WhoAndWhat {...props} />
        <HowAndWhere {...props} />
        <Button>{say('app.register')}</Button>
      </form>
    </Page>
  )
}

function WhoAndWhat({ organisations, typed, problems }: RegisterProps): JSX.Element {
  const { say } = useAsked()
  const wrong = (field: string) => problems[field] && say.plain(problems[field])
  const sorted = new Intl.Collator(say.language)
  const named = [...organisations].map(([value, name]) => ({ value, label: say.of(name) }))
  return (
    <>
      <Input
        name="name"
        label={say('app.nameLabel')}
        hint={say('app.nameHint')}
        error={wrong('name')}
        value={typed.name}
        width={20}
      />
      <Select
        name="organisationId"
        label={say('app.organisationLabel')}
        error={wrong('organisationId')}
        value={typed.organisationId}
        options={[{ value: '', label: '' }, ...named.toSorted((one, other) => sorted.compare(one.label, other.label))]}
      />
      <Input
        name="client"
        label={say('app.clientLabel')}
        hint={say('app.clientHint')}
        error={wrong('client')}
        value={typed.client}
        width={20}
        spellcheck={false}
      />
      <Radios
        name="kind"
        legend={say('app.kindLabel')}
        error={wrong('kind')}
        value={typed.kind}
        options={APP_KINDS.map(kind => ({ value: kind, label: say(KIND_WORDS[kind]) }))}
      />
    </>
  )
}

function HowAndWhere({ typed, problems }: RegisterProps): JSX.Element {
  const { say } = useAsked()
  const wrong = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <>
      <Textarea
        name="redirectUris"
        label={say('app.redirectsLabel')}
        hint={say('app.redirectsHint')}
        error={wrong('redirectUris')}
        value={typed.redirectUris}
        rows={3}
        spellcheck={false}
      />
      <Input
        name="launchUrl"
        label={say('app.launchLabel')}
        hint={say('app.launchHint')}
        error={wrong('launchUrl')}
        value={typed.launchUrl}
        spellcheck={false}
      />
      <Textarea
        name="scopes"
        label={say('app.scopesLabel')}
        hint={say('app.scopesHint')}
        error={wrong('scopes')}
        value={typed.scopes}
        rows={4}
        spellcheck={false}
      />
      <Textarea
        name="keys"
        label={say('app.keysLabel')}
        hint={say('app.keysHint')}
        error={wrong('keys')}
        value={typed.keys}
        rows={4}
        spellcheck={false}
      />
    </>
  )
}

/** The secret of an app that has one, this once. */
export function SecretPage({ secret }: { secret: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('app.secretTitle')} back={{ href: '/apps', text: say('app.back') }}>
      <h1 class="nhsuk-heading-xl">{say('app.secretTitle')}</h1>
      <p class="nhsuk-lede-text">{say('app.registered')}</p>
      <p>{say('app.secretLede')}</p>
      <p class="app-break">
        <code>{secret}</code>
      </p>
    </Page>
  )
}
