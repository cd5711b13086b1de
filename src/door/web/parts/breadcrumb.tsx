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

export interface BreadcrumbProps {
  /** From the home page down to the page above this one. */
  readonly items: readonly Crumb[]
  /** Where a narrow screen leads back to; the last item unless given. Without `href` it is a button. */
  readonly back?: Readonly<Partial<Crumb>> & { readonly id?: string }
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
          <li key={item.href} class="nhsuk-breadcrumb__list-item">
            <a class="nhsuk-breadcrumb__link" href={item.href} lang={item.lang}>
              {item.text}
            </a>
          </li>
        ))}
      </ol>
      {back && (
        <BackLink {...backProps(back)} hidden={words.backTo} reverse={reverse}>
          {back.text ?? items.at(-1)?.text}
        </BackLink>
      )}
    </nav>
  )
}

function backProps({ id, href, lang }: NonNullable<BreadcrumbProps['back']>) {
  return { id, href, lang }
}
