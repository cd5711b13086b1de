import type { JSX } from 'preact'
import { Hidden } from './hidden.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface NavigationItem {
  readonly text: string
  readonly href?: string | undefined
  /** The page being read, or the part of the service it is in. */
  readonly current?: 'page' | 'section' | undefined
}

export interface HeaderNavigationProps {
  readonly items: readonly NavigationItem[]
  readonly look?: 'white' | 'justified' | undefined
}

/** The parts of the service. Where JavaScript runs, those for which there is no room move behind a button. */
export function HeaderNavigation({ items, look }: HeaderNavigationProps): JSX.Element {
  const words = useWords()
  const name = spaced('nhsuk-header__navigation', look && `nhsuk-header__navigation--${look}`)
  return (
    <nav class={name} aria-label={words.menu}>
      <div class="nhsuk-header__navigation-container nhsuk-width-container">
        <ul class="nhsuk-header__navigation-list">
          {items.map(item => (
            <Item item={item} />
          ))}
          <li class="nhsuk-header__menu" hidden>
            {/* biome-ignore lint/a11y/useButtonType: the published markup; it stands in no form */}
            <button
              class="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
              id="toggle-menu"
              aria-expanded="false"
            >
              {words.moreOfMenu.hidden && <Hidden>{words.moreOfMenu.hidden} </Hidden>}
              {words.moreOfMenu.shown}
            </button>
          </li>
        </ul>
      </div>
    </nav>
  )
}

function Item({ item: { text, href, current } }: { item: NavigationItem }): JSX.Element {
  // Strong, for those who replace our colours and would lose the only other sign of where they are.
  const content = current ? <strong class="nhsuk-header__navigation-item-current-fallback">{text}</strong> : text
  const ariaCurrent = current && (current === 'page' ? 'page' : 'true')
  return (
    <li class={spaced('nhsuk-header__navigation-item', current && 'nhsuk-header__navigation-item--current')}>
      {href === undefined ? (
        <span class="nhsuk-header__navigation-text" aria-current={ariaCurrent}>
          {content}
        </span>
      ) : (
        <a class="nhsuk-header__navigation-link" href={href} aria-current={ariaCurrent}>
          {content}
        </a>
      )}
    </li>
  )
}
