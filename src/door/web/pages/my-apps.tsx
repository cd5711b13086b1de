import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { type LetIn, letInBy, takeBack } from '#work/app/grant.ts'
import { bannersFor } from '../app/people-choice.ts'
import { ScopeLines } from '../app/scope-lines.tsx'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

/** The apps that somebody has let in, each with what for and until when, and taking one back. */
export function myAppsPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/my-apps', { for: 'visitors', does: 'list' }, async (request, reply) => {
    const shown = await transaction(store, tx => read(tx, visitorOf(request)))
    const isDone = typedIn(request.query).done === 'taken-back'
    return drawPage(request, reply, <MyApps {...shown} isDone={isDone} />)
  })

  routes.post<{ Params: { grant: string } }>(
    '/my-apps/:grant/taken-back',
    { for: 'visitors', does: 'nothing' },
    async (request, reply) => {
      const grantId = idFrom(request.params.grant)
      const taken = await transactionInTurn(store, tx => takeBack(tx, visitorOf(request), grantId))
      if (!taken.ok) throw notShown()
      return onward(reply, '/my-apps?done=taken-back')
    },
  )
}

interface Shown {
  readonly apps: readonly LetIn[]
  /** The names of those for whom one was opened, of those who are still open to the reader. */
  readonly names: ReadonlyMap<string, string>
}

async function read(tx: Tx, visitor: Visitor): Promise<Shown> {
  const apps = await letInBy(tx, visitor.accountId)
  const people = [...new Set(apps.flatMap(({ personId }) => personId ?? []))]
  const banners = await bannersFor(tx, visitor, people)
  return { apps, names: new Map(banners.map(({ personId, name }) => [personId, name])) }
}

function MyApps({ apps, names, isDone }: Shown & { isDone: boolean }): JSX.Element {
  const { say } = useAsked()
  const title = say('app.mineTitle')
  return (
    <Page title={title}>
      {isDone && <NotificationBanner success message={say('app.tookBack')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('app.mineLede')}</p>
      {apps.length === 0 && <p>{say('app.mineNone')}</p>}
      {apps.map(letIn => (
        <OneApp letIn={letIn} name={letIn.personId === undefined ? undefined : names.get(letIn.personId)} />
      ))}
    </Page>
  )
}

function OneApp({ letIn, name }: { letIn: LetIn; name: string | undefined }): JSX.Element {
  const { say } = useAsked()
  const { app, organisation, scopes, post, grantedAt, endsAt } = letIn
  return (
    <Card heading={app} headingLevel={2} headingSize="m">
      <SummaryList
        rows={[
          { key: say('app.asksWhose'), value: say.of(organisation) },
          ...(name === undefined ? [] : [{ key: say('app.asksFor'), value: name }]),
          ...(post === undefined ? [] : [{ key: say('app.minePost'), value: say.of(post) }]),
          { key: say('app.mineSince'), value: say.moment(grantedAt) },
          { key: say('app.mineUntil'), value: say.moment(endsAt) },
        ]}
      />
      <ScopeLines scopes={scopes} />
      <form method="post" action={`/my-apps/${letIn.id}/taken-back`}>
        <Button variant="warning">
          {say('app.takeBack')}
          <Hidden> {say('app.takeBackOf', { app })}</Hidden>
        </Button>
      </form>
    </Card>
  )
}
