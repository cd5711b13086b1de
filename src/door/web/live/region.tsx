import { type ComponentChildren, h, type VNode } from 'preact'
import { useAsked } from '../asked.ts'

/** A part of a page that is kept up to date; it says when the page was drawn, so that nothing of it is overlooked. Counts are announced to screen readers, never whole rows. */
export function LiveRegion({ id, from, children }: { id: string; from: string; children: ComponentChildren }): VNode {
  const { say, now } = useAsked()
  const sentences = {
    'data-arrived': say('live.arrived'),
    'data-changed': say('live.changed'),
    'data-stale': say('live.stale'),
  }
  return h(
    'live-region',
    { id, from: `${from}?drawn=${now.getTime()}`, ...sentences },
    <p role="status" class="app-live-status" />,
    children,
  )
}
