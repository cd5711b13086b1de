import type { JSX } from 'preact'
import type { Banner } from '#record/chart/banner.ts'
import type { App } from '#work/app/app.ts'
import type { HowLong } from '#work/app/grant.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Radios } from '../parts/radios.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ScopeLines } from './scope-lines.tsx'

/** For how long an app asks, in words. */
export const LASTS = { away: 'app.lastsAway', there: 'app.lastsThere', look: 'app.lastsLook' } as const

export interface AppAsksProps {
  readonly app: App
  readonly scopes: readonly string[]
  readonly lasts: HowLong
  readonly whom: { readonly people: readonly Banner[]; readonly isAsked: boolean; readonly isGiven: boolean }
  /** Where the answer leads, as people read it. */
  readonly host: string
  /** The page's own address. */
  readonly path: string
  /** Whether nobody was chosen who may be. */
  readonly isMissing: boolean
}

/** What an app asks, in plain words, and the two answers there are. */
export function AppAsksPage({ app, scopes, lasts, whom, host, path, isMissing }: AppAsksProps): JSX.Element {
  const { say, visitor } = useAsked()
  const title = say('app.asksTitle')
  const post = visitor?.post
  const as = post === undefined ? say('app.asksAsYourself') : `${say.of(post.title)}, ${say.of(post.organisation)}`
  const [given] = whom.people
  const isClosed = whom.isAsked && whom.people.length === 0
  return (
    <Page title={title} problems={isMissing ? [{ message: say('app.whomMissing'), field: 'person' }] : undefined}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{app.name}</span>
        {title}
      </h1>
      <p class="nhsuk-lede-text">{say('app.asksLede')}</p>
      <SummaryList
        rows={[
          { key: say('app.asksWhose'), value: say.of(app.organisation) },
          { key: say('app.asksAs'), value: as },
          ...(whom.isGiven && given ? [{ key: say('app.asksFor'), value: given.name }] : []),
          { key: say('app.howLong'), value: say(LASTS[lasts]) },
        ]}
      />
      <h2 class="nhsuk-heading-m">{say('app.asksWhat')}</h2>
      <ScopeLines scopes={scopes} />
      <InsetText>{say('app.trailAndBack')}</InsetText>
      <form method="post" action={path} novalidate>
        {whom.isAsked && !whom.isGiven && whom.people.length > 0 && (
          <Radios
            name="person"
            legend={say('app.asksWhom')}
            error={isMissing ? say('app.whomMissing') : undefined}
            value={whom.people.length === 1 ? given?.personId : undefined}
            options={whom.people.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        )}
        {isClosed && <p>{say('app.whomNobody')}</p>}
        <p>{say('app.leads', { host })}</p>
        <div class="nhsuk-button-group">
          {!isClosed && (
            <Button name="answer" value="yes">
              {say('app.letIn')}
            </Button>
          )}
          <Button name="answer" value="no" variant="secondary">
            {say('app.refuse')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
