import type { ComponentChildren, JSX } from 'preact'
import { type HeadingLevel, HeadingTag } from './heading.tsx'
import { Paragraph } from './paragraph.tsx'
import { spaced } from './spaced.ts'
import { useWords } from './words.ts'

export interface NotificationBannerProps {
  /** Something the person did has been done. Read out at once, and given the focus. */
  readonly success?: boolean | undefined
  /** The page's word for "Important" or "Success", unless given. */
  readonly title?: ComponentChildren
  /** The whole news when one sentence says it. */
  readonly message?: ComponentChildren
  /** The news when more follows it. */
  readonly heading?: ComponentChildren
  readonly headingLevel?: HeadingLevel | undefined
  /** Where the script may move the focus; it does for `success` unless this says false. */
  readonly focus?: boolean | undefined
  /** Said only when it must differ from what `success` implies. */
  readonly role?: 'alert' | 'region' | undefined
  /** More than one on a page need an id each; the title's is derived from it. */
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Text alone becomes a paragraph. */
  readonly children?: ComponentChildren
}

/** News about something other than what the page is for, above its heading. */
export function NotificationBanner({
  success,
  id,
  headingLevel = 3,
  focus,
  ...props
}: NotificationBannerProps): JSX.Element {
  const words = useWords()
  const titleId = id === undefined ? 'nhsuk-notification-banner-title' : `${id}-title`
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is one of two, and both may be labelled
    <div
      id={id}
      class={spaced('nhsuk-notification-banner', props.class, success && 'nhsuk-notification-banner--success')}
      data-module="nhsuk-notification-banner"
      data-disable-auto-focus={focus === undefined ? undefined : !focus}
      role={props.role ?? (success ? 'alert' : 'region')}
      aria-labelledby={titleId}
    >
      <div class="nhsuk-notification-banner__header">
        <h2 id={titleId} class="nhsuk-notification-banner__title">
          {props.title ?? (success ? words.success : words.important)}
        </h2>
      </div>
      <div class="nhsuk-notification-banner__content">
        {props.message && <p class="nhsuk-notification-banner__heading">{props.message}</p>}
        {props.heading && (
          <HeadingTag level={headingLevel} class="nhsuk-notification-banner__heading">
            {props.heading}
          </HeadingTag>
        )}
        <Paragraph class="nhsuk-body">{props.children}</Paragraph>
      </div>
    </div>
  )
}
