import type { JSX } from 'preact'
import { type App, isAppOfficer, mayConfirmApp } from '#work/app/app.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

const STANDING = {
  unconfirmed: 'app.standingUnconfirmed',
  open: 'app.standingOpen',
  closed: 'app.standingClosed',
} as const

/** How an app proves itself, in words. */
export const KIND_WORDS = {
  public: 'app.kindPublic',
  secret: 'app.kindSecret',
  key: 'app.kindKey',
  system: 'app.kindSystem',
} as const

/** One app as it was registered, and what the reader may decide about it. */
export function AppState({ app }: { app: App }): JSX.Element {
  const { say, visitor } = useAsked()
  const actor = visitor?.actor.kind === 'worker' ? visitor.actor : undefined
  return (
    <section id={`app-${app.id}`} aria-labelledby={`app-${app.id}-name`}>
      <h2 class="nhsuk-heading-m" id={`app-${app.id}-name`}>
        {app.name}
      </h2>
      {app.standing === 'unconfirmed' && <p>{say('app.unconfirmed')}</p>}
      <SummaryList
        rows={[
          { key: say('app.standing'), value: say(STANDING[app.standing]) },
          { key: say('app.asksWhose'), value: say.of(app.organisation) },
          { key: say('app.client'), value: <code>{app.client}</code> },
          { key: say('app.kind'), value: say(KIND_WORDS[app.kind]) },
          { key: say('app.scopes'), value: <Lines lines={app.scopes} /> },
          ...(app.redirectUris.length === 0
            ? []
            : [{ key: say('app.redirects'), value: <Lines lines={app.redirectUris} /> }]),
          ...(app.launchUrl === undefined
            ? []
            : [{ key: say('app.launch'), value: <Lines lines={[app.launchUrl]} /> }]),
          ...keyRows(app, say('app.keys')),
        ]}
      />
      {actor && mayConfirmApp(actor, app) && (
        <form method="post" action={`/apps/${app.id}/step`}>
          <input type="hidden" name="step" value="confirmed" />
          <Button>{say('app.confirm')}</Button>
        </form>
      )}
      {actor && isAppOfficer(actor) && app.standing !== 'closed' && (
        <Details summary={say('app.closeWhat')}>
          <form method="post" action={`/apps/${app.id}/step`}>
            <input type="hidden" name="step" value="closed" />
            <Input name="reason" id={`close-${app.id}`} label={say('app.closeWhy')} maxLength={500} required />
            <Button variant="warning">{say('app.close')}</Button>
          </form>
        </Details>
      )}
    </section>
  )
}

/** What a second person looks at: where the keys are, or by which names they go. */
function keyRows({ jwks, jwksUrl }: App, key: string) {
  if (jwksUrl !== undefined) return [{ key, value: <Lines lines={[jwksUrl]} /> }]
  if (jwks === undefined) return []
  const { keys } = jwks as { readonly keys: readonly { readonly kid?: string; readonly kty: string }[] }
  return [{ key, value: <Lines lines={keys.map(({ kid, kty }) => kid ?? kty)} /> }]
}

function Lines({ lines }: { lines: readonly string[] }): JSX.Element {
  return (
    <ul class="nhsuk-list app-break">
      {lines.map(line => (
        <li>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  )
}
