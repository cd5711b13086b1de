import { h, type VNode } from 'preact'
import { useAsked } from './asked.ts'
import { Hidden } from './parts/hidden.tsx'

/**
 * The way out for somebody who must not be seen reading: one press, or Escape three times, and the page is a harmless
 * one, the session is over, and going back opens nothing. Without scripts it is a form like any other. For everybody but
 * workers. Source: reliability.md, abuse case 16; the pattern is the one of government services, "exit this page".
 */
export function QuickExit(): VNode | null {
  const { say, visitor } = useAsked()
  if (visitor?.post !== undefined) return null
  const sentences = { 'data-twice': say('leave.twiceMore'), 'data-once': say('leave.onceMore') }
  return h(
    'quick-exit',
    { id: 'leave', ...sentences },
    <form class="app-leave" method="post" action="/leave" aria-label={say('leave.label')}>
      <button class="app-leave__button" type="submit">
        {say('leave.button')}
        <Hidden> {say('leave.how')}</Hidden>
      </button>
      <span class="nhsuk-u-visually-hidden" role="status" />
    </form>,
  )
}
