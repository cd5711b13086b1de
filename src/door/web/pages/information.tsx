import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import type { Key } from '#ground/language/say.ts'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { ActionLink } from '../parts/action-link.tsx'
import { Table } from '../parts/table.tsx'

/** When the accessibility statement was last gone through, ISO 8601. Write the day whenever it is. */
const STATEMENT_PREPARED_ON = '2026-11-22'

/** What every service must say about itself, open to anybody. */
export function informationPages(routes: Routes): void {
  routes.get('/about', { for: 'anybody', does: 'nothing' }, async (request, reply) =>
    drawPage(request, reply, <AboutPage />),
  )
  routes.get('/accessibility', { for: 'anybody', does: 'nothing' }, async (request, reply) =>
    drawPage(request, reply, <AccessibilityPage />),
  )
  routes.get('/privacy', { for: 'anybody', does: 'nothing' }, async (request, reply) =>
    drawPage(request, reply, <PrivacyPage />),
  )
}

function AboutPage(): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('information.about')}>
      <h1 class="nhsuk-heading-xl">{say('information.about')}</h1>
      <p class="nhsuk-lede-text">{say('information.aboutLede')}</p>
      <p>{say('information.aboutName')}</p>
      <h2 class="nhsuk-heading-l">{say('information.promises')}</h2>
      <ol class="app-promises">
        {PROMISES.map(({ promise, means }) => (
          <li key={promise}>
            <h3 class="nhsuk-heading-m">{say.plain(promise)}</h3>
            <p>{say.plain(means)}</p>
          </li>
        ))}
      </ol>
      <ActionLink href="/agreements">{say('information.toAgreements')}</ActionLink>
    </Page>
  )
}

/** Source: Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018, regulation 8. */
function AccessibilityPage(): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('information.accessibility')}>
      <h1 class="nhsuk-heading-xl">{say('information.accessibility')}</h1>
      <p class="nhsuk-lede-text">{say('information.accessibilityLede')}</p>
      <Section heading="information.usable" list={USABLE} />
      <Section heading="information.compliance" sentences={['information.partlyCompliant']} />
      <Section heading="information.limits" list={LIMITS} sentences={['information.noBurden']} />
      <Section heading="information.tested" sentences={['information.testedHow', 'information.notTested']} />
      <Section heading="information.feedback" sentences={['information.feedbackHow', 'information.feedbackNotHappy']} />
      <p>{say('information.prepared', { day: say.day(STATEMENT_PREPARED_ON) })}</p>
    </Page>
  )
}

function PrivacyPage(): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('information.privacy')}>
      <h1 class="nhsuk-heading-xl">{say('information.privacy')}</h1>
      <p class="nhsuk-lede-text">{say('information.privacyLede')}</p>
      <Section heading="information.answerable" sentences={['information.answerableWho']} />
      <p>
        <a href="/agreements">{say('information.toAgreements')}</a>
      </p>
      <Section heading="information.kept" list={KEPT} sentences={['information.keptLong']} />
      <Section heading="information.trail" sentences={['information.trailHow']} />
      <Section heading="information.rights" list={RIGHTS} />
      <Section heading="information.leaving" list={LEAVING} sentences={['information.leavingKept']} />
      <Section heading="information.cookies" sentences={['information.cookiesNeeded']} />
      <Table
        caption={say('information.cookies')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('information.cookie') },
          { heading: say('information.cookieFor') },
          { heading: say('information.cookieLasts') },
        ]}
        rows={COOKIES.map(({ name, isFor, lasts }) => ({
          cells: [{ content: <code>{name}</code> }, say.plain(isFor), say.plain(lasts)],
        }))}
      />
    </Page>
  )
}

interface SectionProps {
  readonly heading: Key
  readonly list?: readonly Key[]
  /** After the list. */
  readonly sentences?: readonly Key[]
}

function Section({ heading, list = [], sentences = [] }: SectionProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say.plain(heading)}</h2>
      {list.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {list.map(key => (
            <li key={key}>{say.plain(key)}</li>
          ))}
        </ul>
      )}
      {sentences.map(key => (
        <p key={key}>{say.plain(key)}</p>
      ))}
    </>
  )
}

const PROMISES = [
  { promise: 'information.promisePlan', means: 'information.promisePlanMeans' },
  { promise: 'information.promiseClause', means: 'information.promiseClauseMeans' },
  { promise: 'information.promiseLost', means: 'information.promiseLostMeans' },
  { promise: 'information.promiseLinked', means: 'information.promiseLinkedMeans' },
  { promise: 'information.promiseWord', means: 'information.promiseWordMeans' },
  { promise: 'information.promiseLanguage', means: 'information.promiseLanguageMeans' },
] as const

const USABLE: readonly Key[] = [
  'information.usableZoom',
  'information.usableKeyboard',
  'information.usableReader',
  'information.usableColours',
  'information.usableScripts',
  'information.usableLanguage',
]

const LIMITS: readonly Key[] = ['information.limitReload', 'information.limitLanguage', 'information.limitSignIn']

const KEPT: readonly Key[] = [
  'information.keptSent',
  'information.keptPlan',
  'information.keptChoices',
  'information.keptLooks',
  'information.keptAccount',
  'information.keptForms',
]

const RIGHTS: readonly Key[] = [
  'information.rightRead',
  'information.rightCorrect',
  'information.rightRefuse',
  'information.rightComplain',
]

const LEAVING: readonly Key[] = ['information.leavingHow', 'information.leavingShows', 'information.leavingBack']

const COOKIES = [
  { name: '__Host-cydofal', isFor: 'information.cookieSession', lasts: 'information.cookieSessionLasts' },
  {
    name: '__Host-cydofal-signing-in',
    isFor: 'information.cookieSigningIn',
    lasts: 'information.cookieSigningInLasts',
  },
  { name: '__Host-cydofal-left', isFor: 'information.cookieLeft', lasts: 'information.cookieLeftLasts' },
  { name: 'cydofal-language', isFor: 'information.cookieLanguage', lasts: 'information.cookieLanguageLasts' },
] as const
