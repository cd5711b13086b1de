import type { JSX } from 'preact'
import type { Rest } from '#ground/fhir/care-plan/rest.ts'
import { useSay } from '../asked.ts'

/** What is not shown of a file, by its kinds, each of which can be opened. */
export function RestPart({ rest, at }: { rest: readonly Rest[]; at: string }): JSX.Element | null {
  const say = useSay()
  if (rest.length === 0) return null
  const kinds = [...Map.groupBy(rest, ({ type }) => type)]
  return (
    <section>
      <h2 class="nhsuk-heading-l">{say('otherPlan.rest')}</h2>
      <p>{say('otherPlan.restWhat')}</p>
      <ul class="nhsuk-list">
        {kinds.map(([type, { length: count }]) => (
          <li key={type}>
            <a href={`${at}/rest?type=${encodeURIComponent(type)}`}>{say('otherPlan.restOpen', { type, count })}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
