import type { JSX } from 'preact'
import type { TimelineEntry, TimelineWhat } from '#work/timeline/entry.ts'
import { useSay } from '../asked.ts'
import { Hidden } from '../parts/hidden.tsx'

/** How much of what it is about names it where its link is read alone, characters. */
const NAMED_BY_MAX = 80

interface TimelineMarkProps {
  readonly entry: TimelineEntry
  readonly personId: string
}

/** One thing that happened: a mark on the line, or a span of it while it lasted, with its words beside it. */
export function TimelineMark({ entry, personId }: TimelineMarkProps): JSX.Element {
  const say = useSay()
  const { id, at, what, where, title, by, words, language, count, href } = entry
  const name = say.code('timeline', `what-${what}`)
  const about = title ?? words
  return (
    <li key={id} class={`app-line__mark app-line__mark--${LOOKS[what]}`}>
      <p class="app-line__when">
        <time dateTime={at.toISOString()}>{say.day(at)}</time> <Lasting entry={entry} />
      </p>
      <p class="app-line__what">
        <a href={`/people/${personId}${href}`}>
          {name}
          <Hidden>
            {' '}
            {say.day(at)}
            {about !== undefined && <span lang={language}>: {about.slice(0, NAMED_BY_MAX)}</span>}
          </Hidden>
        </a>
        {where !== undefined && <span class="app-line__where">{say.of(where)}</span>}
      </p>
      {what === 'visits' && <p class="app-line__more">{say('timeline.visitsCount', { count: count ?? 0 })}</p>}
      {what === 'scored' && <p class="app-line__score">{say('progress.outOf', { score: count ?? 0 })}</p>}
      {title !== undefined && (
        <p class="app-line__more" lang={language}>
          {title}
        </p>
      )}
      {words !== undefined && (
        <p class="app-line__words" lang={language}>
          {words}
        </p>
      )}
      {by !== undefined && <p class="app-line__by">{say('timeline.by', { name: by })}</p>}
    </li>
  )
}

function Lasting({ entry: { until, isOngoing } }: { entry: TimelineEntry }): JSX.Element | null {
  const say = useSay()
  if (until !== undefined) return <>{say('timeline.until', { day: say.day(until) })}</>
  return isOngoing ? <>{say('timeline.still')}</> : null
}

/** How a mark looks on the line; its words say what it is all the same. */
const LOOKS: Readonly<Record<TimelineWhat, 'span' | 'home' | 'own' | 'review' | 'plain'>> = {
  'in-hospital': 'span',
  ward: 'plain',
  'home-again': 'home',
  visits: 'plain',
  appointment: 'plain',
  'appointment-cancelled': 'plain',
  letter: 'plain',
  result: 'plain',
  'moved-home': 'home',
  'changed-gp': 'plain',
  added: 'own',
  rewritten: 'own',
  struck: 'plain',
  scored: 'own',
  'review-confirm': 'review',
  'review-revise': 'review',
  'review-close': 'review',
  reopened: 'review',
  'handed-on': 'plain',
}
