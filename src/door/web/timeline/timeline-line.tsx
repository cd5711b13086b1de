import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import type { TimelineEntry } from '#work/timeline/entry.ts'
import { useSay } from '../asked.ts'
import { TimelineMark } from './timeline-mark.tsx'

interface TimelineLineProps {
  readonly entries: readonly TimelineEntry[]
  readonly personId: string
}

/** What happened by year and by month along one line, newest first. */
export function TimelineLine({ entries, personId }: TimelineLineProps): JSX.Element {
  const say = useSay()
  const years = Map.groupBy(entries, ({ at }) => dayOf(at).slice(0, 4))
  return (
    <>
      {[...years].map(([year, ofYear]) => (
        <section key={year} class="app-line__year">
          <h2 class="nhsuk-heading-l">{year}</h2>
          {[...Map.groupBy(ofYear, ({ at }) => dayOf(at).slice(0, 7))].map(([month, ofMonth]) => (
            <section key={month}>
              <h3 class="app-line__month nhsuk-heading-m">{say.month(month)}</h3>
              <ol class="app-line">
                {ofMonth.map(entry => (
                  <TimelineMark key={entry.id} entry={entry} personId={personId} />
                ))}
              </ol>
            </section>
          ))}
        </section>
      ))}
    </>
  )
}
