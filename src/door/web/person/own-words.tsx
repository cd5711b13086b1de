import type { JSX } from 'preact'
import type { WrittenPart } from '#work/about-me/about-me.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { AboutMeShort } from '../about-me/about-me-short.tsx'
import { useSay } from '../asked.ts'

export interface OwnWordsProps {
  readonly name: string
  readonly personId: string
  /** What matters to the person. */
  readonly items: readonly PlanItem[]
  readonly aboutMe: readonly WrittenPart[]
}

/** What matters to the person and what they say of themselves, in their own words and language: above everything a professional wrote. */
export function OwnWords({ name, personId, items, aboutMe }: OwnWordsProps): JSX.Element {
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
      <AboutMeShort parts={aboutMe} personId={personId} />
    </section>
  )
}
