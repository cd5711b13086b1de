import type { ComponentChildren, JSX } from 'preact'
import { type AccountItem, HeaderAccount } from './header-account.tsx'
import { HeaderNavigation, type NavigationItem } from './header-navigation.tsx'
import { HeaderSearch, type HeaderSearchProps } from './header-search.tsx'
import { spaced } from './spaced.ts'

/** The mark of the organisation that runs the service. We are not the NHS website and draw no NHS logo. */
export interface HeaderLogo {
  readonly drawing?: ComponentChildren
  /** The organisation's name, set under its mark or in its place. */
  readonly organisation?: string | undefined
  /** The second line of a long name. */
  readonly organisationSplit?: string | undefined
  /** What kind of organisation it is, in smaller letters. */
  readonly descriptor?: string | undefined
  /** The service's home page, unless the organisation has one of its own. */
  readonly href?: string | undefined
  /** What screen readers call the link. */
  readonly label?: string | undefined
}

export interface HeaderProps {
  readonly service?: string | undefined
  /** The service's home page. */
  readonly href?: string | undefined
  readonly logo?: HeaderLogo | undefined
  readonly search?: HeaderSearchProps | undefined
  readonly account?: readonly AccountItem[] | undefined
  /** The way to the same page in the other language; stands last beside the account. */
  readonly language?: ComponentChildren
  readonly navigation?: readonly NavigationItem[] | undefined
  readonly navigationLook?: 'white' | 'justified' | undefined
  readonly white?: boolean | undefined
  /** Search and account on the same line as the name, however narrow the screen. */
  readonly inline?: boolean | undefined
}

/** The top of every page: whose service it is, who is signed in, and the way around. */
export function Header({ logo, search, account = [], language, navigation = [], ...props }: HeaderProps): JSX.Element {
  const look = [
    props.white && 'nhsuk-header--white',
    props.inline && 'nhsuk-header--inline',
    logo?.organisation && 'nhsuk-header--organisation',
  ]
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: the published markup; a header is not interactive
    <header class={spaced('nhsuk-header', ...look)} data-module="nhsuk-header" role="banner">
      <div class="nhsuk-header__container nhsuk-width-container">
        <div class="nhsuk-header__service">{drawBrand(props.service, props.href, logo)}</div>
        {search && <HeaderSearch {...search} />}
        {(account.length > 0 || language) && <HeaderAccount items={account} language={language} />}
      </div>
      {navigation.length > 0 && <HeaderNavigation items={navigation} look={props.navigationLook} />}
    </header>
  )
}

/** Mark and name are one link when they lead to one place, so that a screen reader does not say it twice. */
function drawBrand(
  service: string | undefined,
  href: string | undefined,
  logo: HeaderLogo | undefined,
): ComponentChildren {
  const name = service && <ServiceName name={service} />
  const linkedName = service && <ServiceName name={service} href={href} />
  if (!logo) return linkedName
  const together = name && href !== undefined && (logo.href ?? href) === href
  const logoHref = together ? href : logo.href
  const mark = <LogoMark logo={logo} />
  if (logoHref === undefined) return [mark, linkedName]
  return [
    <a class="nhsuk-header__service-logo" href={logoHref} aria-label={logo.label}>
      {mark}
      {together && name}
    </a>,
    !together && linkedName,
  ]
}

function ServiceName({ name, href }: { name: string; href?: string | undefined }): JSX.Element {
  if (href === undefined) return <span class="nhsuk-header__service-name">{name}</span>
  return (
    <a class="nhsuk-header__service-name" href={href}>
      {name}
    </a>
  )
}

function LogoMark({ logo }: { logo: HeaderLogo }): JSX.Element {
  return (
    <>
      {logo.drawing}
      {logo.organisation && (
        <span class="nhsuk-header__organisation-name">
          {logo.organisation}
          {logo.organisationSplit && (
            <>
              {' '}
              <span class="nhsuk-header__organisation-name-split">{logo.organisationSplit}</span>
            </>
          )}
        </span>
      )}
      {logo.descriptor && <span class="nhsuk-header__organisation-name-descriptor">{logo.descriptor}</span>}
    </>
  )
}
