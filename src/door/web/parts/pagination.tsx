import type { ComponentChildren, JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { Icon } from './icon.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface PageLink {
  readonly href: string
  /** The page's word for "Previous" or "Next", unless given. */
  readonly text?: string | undefined
  /** The title of that page; for guides, not for numbered lists. */
  readonly label?: string | undefined
}

export interface NumberedPage {
  readonly number: number
  readonly href: string
  readonly current?: boolean | undefined
}

export interface PaginationProps {
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  /** Given for a long list cut into pages; `gap` stands for the pages left out. */
  readonly pages?: readonly (NumberedPage | 'gap')[] | undefined
  /** What screen readers call it; needed when a page has two. */
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** The way between the pages of a guide, or of a long list. */
export function Pagination({ pages = [], label, previous, next, ...rest }: PaginationProps): JSX.Element {
  const words = useWords()
  const numbered = pages.length > 0
  const name = spaced('nhsuk-pagination', numbered && 'nhsuk-pagination--numbered', rest.class)
  return (
    // biome-ignore lint/a11y/noRedundantRoles: the published markup, for older browsers
    <nav id={rest.id} class={name} role="navigation" aria-label={label ?? words.pages}>
      {numbered ? (
        <>
          {previous && <NumberedStep to="previous" link={previous} />}
          <ul class="nhsuk-pagination__list">
            {pages.map(page => (
              <NumberedItem page={page} />
            ))}
          </ul>
          {next && <NumberedStep to="next" link={next} />}
        </>
      ) : (
        <ul class="nhsuk-list nhsuk-pagination__list">
          {previous && <GuideStep to="previous" link={previous} />}
          {next && <GuideStep to="next" link={next} />}
        </ul>
      )}
    </nav>
  )
}

interface StepProps {
  readonly to: keyof typeof STEP
  readonly link: PageLink
}

function NumberedStep({ to, link }: StepProps): JSX.Element {
  const { rel, icon } = STEP[to]
  return (
    <a href={link.href} class={`nhsuk-pagination__${to}`} rel={rel}>
      {to === 'previous' && <Icon name={icon} />}
      <StepTitle to={to} link={link} />
      {to === 'next' && <Icon name={icon} />}
    </a>
  )
}

function GuideStep({ to, link }: StepProps): JSX.Element {
  const { rel, icon } = STEP[to]
  return (
    <li class={`nhsuk-pagination-item--${to}`}>
      <a class={`nhsuk-pagination__link nhsuk-pagination__link--${rel}`} href={link.href} rel={rel}>
        <StepTitle to={to} link={link} />
        {link.label && (
          <>
            <Hidden>:</Hidden>
            <span class="nhsuk-pagination__page">{link.label}</span>
          </>
        )}
        <Icon name={icon} />
      </a>
    </li>
  )
}

function StepTitle({ to, link }: StepProps): JSX.Element {
  const word = useWords()[STEP[to].word]
  return <span class="nhsuk-pagination__title">{link.text ?? withHidden(word.shown, word.hidden)}</span>
}

function withHidden(shown: string, hidden: string | undefined): ComponentChildren {
  return [shown, hidden && <Hidden> {hidden}</Hidden>]
}

function NumberedItem({ page }: { page: NumberedPage | 'gap' }): JSX.Element {
  const words = useWords()
  if (page === 'gap') return <li class="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={spaced('nhsuk-pagination__item', page.current && 'nhsuk-pagination__item--current')}>
      <a
        class="nhsuk-pagination__link"
        href={page.href}
        aria-label={words.pageNumber(page.number)}
        aria-current={page.current ? 'page' : undefined}
      >
        {page.number}
      </a>
    </li>
  )
}

const STEP = {
  previous: { rel: 'prev', icon: 'arrow-left', word: 'previousPage' },
  next: { rel: 'next', icon: 'arrow-right', word: 'nextPage' },
} as const
