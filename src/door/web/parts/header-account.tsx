import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

/** A page, with `href`; an act such as signing out, with `action`; or words alone. */
export interface AccountItem {
  readonly text: string
  readonly href?: string | undefined
  /** Posted to. */
  readonly action?: string | undefined
  /** Beside the name of the person signed in. */
  readonly icon?: boolean | undefined
}

export interface HeaderAccountProps {
  readonly items: readonly AccountItem[]
  readonly language?: ComponentChildren
}

/** Who is signed in, in what role, and the way out. */
export function HeaderAccount({ items, language }: HeaderAccountProps): JSX.Element {
  const words = useWords()
  return (
    <nav class="nhsuk-header__account" aria-label={words.account}>
      <ul class="nhsuk-header__account-list">
        {items.map(item => (
          <li class="nhsuk-header__account-item">{drawItem(item)}</li>
        ))}
        {language && <li class="nhsuk-header__account-item">{language}</li>}
      </ul>
    </nav>
  )
}

function drawItem(item: AccountItem): ComponentChildren {
  const content = [item.icon && <Icon name="user" />, item.text]
  if (item.href !== undefined)
    return (
      <a class="nhsuk-header__account-link" href={item.href}>
        {content}
      </a>
    )
  if (item.action === undefined) return content
  return (
    <form class="nhsuk-header__account-form" action={item.action} method="post" noValidate>
      {/* biome-ignore lint/a11y/useButtonType: the published markup; it sends its form */}
      <button class="nhsuk-header__account-button">{content}</button>
    </form>
  )
}
