import type { ComponentChildren } from 'preact'
import { toChildArray } from 'preact'

/** Gives text that stands alone its paragraph; anything richer is drawn as it came. */
export function Paragraph(props: { class?: string; children?: ComponentChildren }): ComponentChildren {
  const content = toChildArray(props.children)
  const textAlone = content.length > 0 && content.every(child => typeof child === 'string' || typeof child === 'number')
  return textAlone ? <p class={props.class}>{content}</p> : content
}
