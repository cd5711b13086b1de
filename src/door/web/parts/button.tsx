import type { ButtonHTMLAttributes, ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { spaced } from './spaced.ts'

interface ButtonOwnProps {
  readonly variant?: 'brand' | 'login' | 'reverse' | 'secondary' | 'secondary-solid' | 'warning' | undefined
  readonly small?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly iconAt?: 'start' | 'end' | undefined
  /** Drawn as a link that looks like a button: for going somewhere, not for doing something. */
  readonly href?: string | undefined
  /** A second press within a second is not sent, where JavaScript runs. The act must bear repeating all the same. */
  readonly preventDoubleClick?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Left out only when an icon stands alone and `aria-label` names it. */
  readonly children?: ComponentChildren
}

type ButtonAttributes = Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonOwnProps>

/** Any other attribute of `button` is passed through; a link takes its `aria-label` only. */
export interface ButtonProps extends ButtonOwnProps, ButtonAttributes {}

/** Sends the form it stands in unless `type` says otherwise. */
export function Button(props: ButtonProps): JSX.Element {
  const { variant, small, icon, iconAt = 'start', href, preventDoubleClick, children, ...attributes } = props
  const look = [variant && `nhsuk-button--${variant}`, icon && 'nhsuk-button--icon', small && 'nhsuk-button--small']
  const shared = {
    id: props.id,
    class: spaced('nhsuk-button', ...look, props.class),
    'data-module': 'nhsuk-button',
    'data-prevent-double-click': preventDoubleClick,
  }
  const content = (
    <>
      {icon && iconAt === 'start' && <Icon name={icon} />}
      {icon && children ? <span class="nhsuk-button__content">{children}</span> : children}
      {icon && iconAt === 'end' && <Icon name={icon} />}
    </>
  )
  if (href !== undefined)
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it is a link; the script makes the space bar work
      <a {...shared} href={href} role="button" draggable={false} aria-label={attributes['aria-label']}>
        {content}
      </a>
    )
  return (
    <button type="submit" {...attributes} {...shared} aria-disabled={attributes.disabled ? 'true' : undefined}>
      {content}
    </button>
  )
}
