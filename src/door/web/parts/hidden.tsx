import type { ComponentChildren, JSX } from 'preact'

/** Words for screen readers only. Spaces inside count: they part these words from the ones beside them. */
export function Hidden({ children }: { children: ComponentChildren }): JSX.Element {
  return <span class="nhsuk-u-visually-hidden">{children}</span>
}
