import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** What matters to the person, in their own words and their own language: above everything a professional wrote. */
export function OwnWords({ name, items }: { name: string; items: readonly PlanItem[] }): JSX.Element {
  const say = useSay()
  return (
    <section class="app-own-words" aria-labelledby="own-words">
      <h2 class="nhsuk-heading-m" id="own-words">
        {say('person.matters', { name })}
      </h2>
      {items.map(item => (
        <blockquote key={item.id} class="app-own-words__words" lang={item.language}>
          {item.words}
        </blockquote>
      ))}
    </section>
  )
}
