import type { ComponentChildren, JSX } from 'preact'

export interface LinkOrButtonProps {
  /** Left out, it is a button that sends the form it stands in. */
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly lang?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** What goes somewhere is a link; what does something is a button, even when it looks like a link. */
export function LinkOrButton({ href, name, value, ...rest }: LinkOrButtonProps): JSX.Element {
  return href === undefined ? <button type="submit" name={name} value={value} {...rest} /> : <a href={href} {...rest} />
}
