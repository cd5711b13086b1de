import type { JSX } from 'preact'
import { BackLink } from './back-link.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface Crumb {
  readonly text: string
  readonly href: string
  /** The language of the text when it is not the page's. */
  readonly lang?: string | undefined
}

/** Where a narrow screen leads back to. Without `href` it is a button. */
export interface WayBack {
  readonly id?: string | undefined
  readonly text?: string | undefined
  readonly href?: string | undefined
  readonly lang?: string | undefined
}

export interface BreadcrumbProps {
  /** From the home page down to the page above this one. */
  readonly items: readonly Crumb[]
  /** The last item, unless given. */
  readonly back?: WayBack | undefined
  readonly reverse?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** Where the page stands in the service. A narrow screen shows the way back only. */
export function Breadcrumb({ items, back = items.at(-1), reverse, ...rest }: BreadcrumbProps): JSX.Element {
  const words = useWords()
  const name = spaced('nhsuk-breadcrumb', reverse && 'nhsuk-breadcrumb--reverse', rest.class)
  return (
    <nav id={rest.id} class={name} aria-label={words.breadcrumb}>
      <ol class="nhsuk-breadcrumb__list">
        {items.map(item => (
          <li class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={item.href} lang={item.lang}>
              {item.text}
            </a>
          </li>
        ))}
      </ol>
      {back && (
        <BackLink id={back.id} href={back.href} lang={back.lang} hidden={words.backTo} reverse={reverse}>
          {back.text}
        </BackLink>
      )}
    </nav>
  )
}
