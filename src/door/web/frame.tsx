import type { ComponentChildren, JSX } from 'preact'
import { useAsked } from './asked.ts'
import { ASSETS } from './assets.ts'
import { navigationFor } from './navigation.ts'
import { BackLink } from './parts/back-link.tsx'
import { ErrorSummary, type FieldProblem } from './parts/error-summary.tsx'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { SkipLink } from './parts/skip-link.tsx'
import { QuickExit } from './quick-exit.tsx'

export interface PageProps {
  /** What the page is, without the product's name. */
  readonly title: string
  /** What is wrong with what was sent: told at the top, each as a way to its field, and by the title. */
  readonly problems?: readonly FieldProblem[] | undefined
  readonly back?: { readonly href: string; readonly text: string } | undefined
  /** Above everything else in the page: whom it is about. */
  readonly banner?: ComponentChildren
  /** A page that is kept up to date; without scripts it fetches itself anew. */
  readonly live?: boolean | undefined
  /** The address of a style sheet that this page alone needs, beside everybody's. */
  readonly style?: string | undefined
  readonly children: ComponentChildren
}

/** How often a page without scripts fetches itself anew, seconds. */
const RELOAD_SECONDS = 60

/** The frame of every page: head, header with the language toggle, the main part, footer. */
export function Page({ title, problems = [], back, banner, live, style, children }: PageProps): JSX.Element {
  const { say, nonce } = useAsked()
  const page = problems.length > 0 ? say('frame.errorTitle', { page: title }) : title
  return (
    <html lang={say.language} class="nhsuk-template">
      <Head title={say('frame.title', { page })} icon={ASSETS.icon}>
        <meta name="theme-color" content="#005eb8" />
        {live && (
          <noscript>
            <meta http-equiv="refresh" content={String(RELOAD_SECONDS)} />
          </noscript>
        )}
        {style && <link rel="stylesheet" href={style} />}
      </Head>
      <body class="nhsuk-template__body">
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SUPPORTED }} />
        <SkipLink href="#main" />
        <Top />
        <QuickExit />
        <div class="nhsuk-width-container">
          {back && (
            <nav aria-label={say('parts.back')}>
              <BackLink href={back.href}>{back.text}</BackLink>
            </nav>
          )}
          {banner}
          <main class="nhsuk-main-wrapper" id="main">
            {problems.length > 0 && <ErrorSummary problems={problems} />}
            {children}
          </main>
        </div>
        <Foot />
        <script type="module" nonce={nonce} src={ASSETS.script} />
      </body>
    </html>
  )
}

/** A page that does not say whose it is: nothing of ours is at its top or its foot, nor in its title. */
export function BarePage({ title, children }: Pick<PageProps, 'title' | 'children'>): JSX.Element {
  const { say } = useAsked()
  return (
    <html lang={say.language} class="nhsuk-template">
      <Head title={title} icon="data:," />
      <body class="nhsuk-template__body">
        <div class="nhsuk-width-container">
          <main class="nhsuk-main-wrapper" id="main">
            {children}
          </main>
        </div>
      </body>
    </html>
  )
}

function Head(props: { title: string; icon: string; children?: ComponentChildren }): JSX.Element {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {props.children}
      <link rel="stylesheet" href={ASSETS.style} />
      <link rel="icon" href={props.icon} />
    </head>
  )
}

/** Lets the style sheet know that scripts run, as nhsuk-frontend asks. */
const SUPPORTED =
  "document.body.className+=' js-enabled'+('noModule' in HTMLScriptElement.prototype?' nhsuk-frontend-supported':'')"

function Top(): JSX.Element {
  const { say, visitor, path } = useAsked()
  const signOut = { action: '/sign-out', method: 'post', text: say('frame.signOut') } as const
  const account =
    visitor === undefined
      ? []
      : [{ text: nameAndPost(visitor.name, visitor.post && say.of(visitor.post.title)) }, signOut]
  return (
    <Header
      service={say('frame.service')}
      href="/"
      account={account}
      language={<LanguageToggle path={path} />}
      navigation={navigationFor(say, visitor, path)}
    />
  )
}

function nameAndPost(name: string, post: string | undefined): string {
  return post === undefined ? name : `${name}, ${post}`
}

/** Each language is named in itself, and never by a flag. Source: NHS Wales user interface rules (domain.md 2.7). */
function LanguageToggle({ path }: { path: string }): JSX.Element {
  const { say } = useAsked()
  const other = say.language === 'cy' ? 'en' : 'cy'
  return (
    <a
      class="nhsuk-header__account-link"
      href={`/language/${other}?from=${encodeURIComponent(path)}`}
      lang={other}
      hreflang={other}
    >
      {LANGUAGE_NAMES[other]}
    </a>
  )
}

const LANGUAGE_NAMES = { cy: 'Cymraeg', en: 'English' } as const

function Foot(): JSX.Element {
  const { say, isDemo } = useAsked()
  const links = [
    { href: '/about', text: say('information.about') },
    { href: '/agreements', text: say('frame.agreements') },
    { href: '/seal', text: say('frame.seal') },
    { href: '/accessibility', text: say('frame.accessibility') },
    { href: '/privacy', text: say('frame.privacy') },
  ]
  return <Footer links={links}>{isDemo && say('frame.invented')}</Footer>
}
