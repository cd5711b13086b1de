import type { ComponentChildren, JSX } from 'preact'
import { type Action, ActionOf } from './action.tsx'
import { type HeadingLevel, HeadingTag } from './heading.tsx'
import type { HeadingSize } from './heading-size.ts'
import { Hidden } from './hidden.tsx'
import { Icon } from './icon.tsx'
import { Paragraph } from './paragraph.tsx'
import { spaced } from './spaced.ts'
import { type PartWords, useWords } from './words.ts'

type Urgency = 'non-urgent' | 'urgent' | 'emergency'

export interface CardProps {
  /** The urgencies are advice about getting care and need a heading. */
  readonly variant?: 'feature' | 'primary' | 'secondary' | 'warning' | Urgency | undefined
  readonly heading?: ComponentChildren
  readonly headingLevel?: HeadingLevel | undefined
  readonly headingSize?: HeadingSize | undefined
  readonly headingId?: string | undefined
  readonly headingClass?: string | undefined
  /** Read before the heading, ending in its colon. The urgencies bring their own. */
  readonly headingPrefix?: string | undefined
  /** The heading leads there; a feature's never does. */
  readonly href?: string | undefined
  /** The whole card leads there, where JavaScript runs. */
  readonly clickable?: boolean | undefined
  readonly actions?: readonly Action[] | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Text alone becomes the card's description. */
  readonly children?: ComponentChildren
}

/** One thing among several, in a box of its own. */
export function Card(props: CardProps): JSX.Element {
  const { variant, actions = [], clickable, children } = props
  const urgency = props.heading && isUrgency(variant) ? variant : undefined
  const inBar = urgency !== undefined || actions.length > 0
  const heading = props.heading && <CardHeading {...props} />
  const kind = urgency
    ? `nhsuk-card--care nhsuk-card--care--${urgency}`
    : !isUrgency(variant) && variant && `nhsuk-card--${variant}`
  return (
    <div id={props.id} class={spaced('nhsuk-card', clickable && 'nhsuk-card--clickable', kind, props.class)}>
      {inBar && (
        <div class="nhsuk-card__heading-container">
          {heading}
          {urgency && <span class="nhsuk-card--care__arrow" aria-hidden="true" />}
          <CardActions actions={actions} />
        </div>
      )}
      <div class="nhsuk-card__content">
        {!inBar && heading}
        <Paragraph class="nhsuk-card__description">{children}</Paragraph>
        {variant === 'primary' && <Icon name="chevron-right-circle" />}
      </div>
    </div>
  )
}

function CardHeading({ variant, heading, headingLevel = 2, headingSize, ...props }: CardProps): JSX.Element {
  const words = useWords()
  const prefix = props.headingPrefix ?? (isUrgency(variant) ? words[PREFIX[variant]] : undefined)
  const name = spaced('nhsuk-card__heading', headingSize && `nhsuk-heading-${headingSize}`, props.headingClass)
  return (
    <HeadingTag level={headingLevel} id={props.headingId} class={name}>
      {props.href !== undefined && variant !== 'feature' ? (
        <a class="nhsuk-card__link" href={props.href}>
          {heading}
        </a>
      ) : prefix ? (
        <span {...READ_AS_ONE}>
          <Hidden>{prefix} </Hidden>
          {heading}
        </span>
      ) : (
        heading
      )}
    </HeadingTag>
  )
}

function CardActions({ actions }: { actions: readonly Action[] }): JSX.Element | null {
  const [only, ...others] = actions
  if (!only) return null
  if (others.length === 0)
    return (
      <div class="nhsuk-card__actions">
        <ActionOf {...only} />
      </div>
    )
  return (
    <ul class="nhsuk-card__actions">
      {actions.map(action => (
        <li class="nhsuk-card__action">
          <ActionOf {...action} />
        </li>
      ))}
    </ul>
  )
}

function isUrgency(variant: CardProps['variant']): variant is Urgency {
  return variant !== undefined && variant in PREFIX
}

/** Not in the standard's list of roles, yet it keeps VoiceOver from stopping between prefix and heading. Source: nhsuk-frontend. */
const READ_AS_ONE = { role: 'text' } as object

const PREFIX = {
  'non-urgent': 'nonUrgentPrefix',
  urgent: 'urgentPrefix',
  emergency: 'emergencyPrefix',
} as const satisfies Record<Urgency, keyof PartWords>
