import type { JSX } from 'preact'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface ContentsItem {
  readonly text: string
  readonly href: string
  readonly current?: boolean | undefined
  readonly items?: readonly ContentsItem[] | undefined
}

export interface ContentsListProps {
  readonly items: readonly ContentsItem[]
  /** The unseen heading: the page's word for "Contents", unless given. */
  readonly heading?: string | undefined
  readonly label?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
}

/** The pages of a guide, with the one being read among them. */
export function ContentsList({ items, heading, label, ...rest }: ContentsListProps): JSX.Element {
  const words = useWords()
  return (
    <nav
      id={rest.id}
      class={spaced('nhsuk-contents-list', rest.class)}
      // biome-ignore lint/a11y/noRedundantRoles: the published markup, for older browsers
      role="navigation"
      aria-label={label ?? words.contentsLabel}
    >
      <h2 class="nhsuk-u-visually-hidden">{heading ?? words.contents}</h2>
      <List items={items} />
    </nav>
  )
}

function List({ items }: { items: readonly ContentsItem[] }): JSX.Element {
  return (
    <ol class="nhsuk-contents-list__list">
      {items.map(item => (
        <li class="nhsuk-contents-list__item" aria-current={item.current ? 'page' : undefined}>
          {item.current ? (
            <span class="nhsuk-contents-list__current">{item.text}</span>
          ) : (
            <a class="nhsuk-contents-list__link" href={item.href}>
              {item.text}
            </a>
          )}
          {item.items && <List items={item.items} />}
        </li>
      ))}
    </ol>
  )
}
