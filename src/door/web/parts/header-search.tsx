import type { JSX } from 'preact'
import { Button } from './button.tsx'
import { Input } from './input.tsx'
import { useWords } from './words.ts'

export interface HeaderSearchProps {
  readonly action: string
  readonly name?: string | undefined
  /** What is searched for, read by screen readers only. */
  readonly label: string
  readonly placeholder?: string | undefined
  /** What was searched for on this page. */
  readonly value?: string | undefined
}

/** A search that is of use on every page. */
export function HeaderSearch({ action, name = 'q', label, placeholder, value }: HeaderSearchProps): JSX.Element {
  const words = useWords()
  return (
    <search class="nhsuk-header__search">
      <form class="nhsuk-header__search-form" id="search" action={action} method="get" noValidate>
        <Input
          type="search"
          id="search-field"
          name={name}
          label={label}
          labelClass="nhsuk-u-visually-hidden"
          autocomplete="off"
          placeholder={placeholder}
          value={value}
          after={<Button small icon="search" aria-label={words.search} />}
        />
      </form>
    </search>
  )
}
