import type { ComponentChildren, JSX } from 'preact'
import { Caption } from './caption.tsx'
import type { HeadingSize } from './heading-size.ts'
import { Hidden } from './hidden.tsx'
import { spaced } from './spaced.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export interface HeadingProps {
  /** Its place in the page's outline; how large it looks is `size` and nothing else. */
  readonly level: HeadingLevel
  readonly size?: HeadingSize | undefined
  /** A smaller line read as part of the heading: the person's name, the section. */
  readonly caption?: ComponentChildren
  readonly captionAt?: 'start' | 'end' | undefined
  readonly href?: string | undefined
  /** Read after the heading, never seen. */
  readonly hidden?: string | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

/** A heading of the page's own text. For a line above or below that is not part of the heading, set `Caption` beside it. */
export function Heading({
  level,
  size,
  caption,
  captionAt = 'start',
  href,
  hidden,
  children,
  ...rest
}: HeadingProps): JSX.Element {
  const name = size ? `nhsuk-heading-${size}` : 'nhsuk-heading'
  const captionLine = caption && (
    <Caption size={size} bottom={captionAt === 'end'}>
      {caption}
    </Caption>
  )
  return (
    <HeadingTag level={level} id={rest.id} class={spaced(name, rest.class)}>
      {captionAt === 'start' && captionLine}
      {href === undefined ? children : <HeadingLink href={href}>{children}</HeadingLink>}
      {hidden && <Hidden> {hidden}</Hidden>}
      {captionAt === 'end' && captionLine}
    </HeadingTag>
  )
}

export interface HeadingTagProps {
  readonly level: HeadingLevel
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children?: ComponentChildren
}

/** `h1` to `h6` for parts whose headings bear a class of their own. */
export function HeadingTag({ level, ...rest }: HeadingTagProps): JSX.Element {
  const Tag = `h${level}` as const
  return <Tag {...rest} />
}

function HeadingLink(props: { href: string; children: ComponentChildren }): JSX.Element {
  return (
    <a class="nhsuk-link" href={props.href}>
      {props.children}
    </a>
  )
}
