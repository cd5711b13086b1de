import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { onward, useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { OfferedAccount, WebMeans } from '../means.ts'
import { homeOf } from '../navigation.ts'
import { Card } from '../parts/card.tsx'

/** The front page: what this is, and in the demo, whom one may be. Somebody signed in goes on to their own start. */
export function frontPage(routes: Routes, { offered }: WebMeans): void {
  routes.get('/', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const { visitor } = request.asked
    if (visitor !== undefined) return onward(reply, homeOf(visitor))
    return drawPage(request, reply, <FrontPage offered={offered} />)
  })
}

function FrontPage({ offered }: { offered: readonly OfferedAccount[] }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('front.title')}>
      <h1 class="nhsuk-heading-xl">{say('front.title')}</h1>
      <p class="nhsuk-lede-text">{say('front.lede')}</p>
      {offered.length === 0 ? (
        <a class="nhsuk-button" href="/sign-in">
          {say('front.signIn')}
        </a>
      ) : (
        <Offered accounts={offered} />
      )}
    </Page>
  )
}

function Offered({ accounts }: { accounts: readonly OfferedAccount[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('front.choose')}</h2>
      <p>{say('front.invented')}</p>
      <ul class="nhsuk-grid-row nhsuk-card-group">
        {accounts.map(account => (
          <li key={account.subject} class="nhsuk-grid-column-one-half nhsuk-card-group__item">
            <Card
              heading={account.name}
              headingLevel={3}
              headingSize="m"
              href={`/sign-in?as=${account.subject}`}
              clickable
            >
              <p class="app-who">{say.of(account.who)}</p>
              <p class="nhsuk-card__description">{say.of(account.why)}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}
