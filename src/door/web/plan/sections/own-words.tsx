import type { JSX } from 'preact'
import { AboutMeShort } from '#door/web/about-me/about-me-short.tsx'
import { useSay } from '#door/web/asked.ts'
import { isWritten } from '#work/about-me/about-me.ts'
import { mattersTitle } from '../plan-title.ts'
import { ShownItemRow } from './item-list.tsx'
import { ofKind, type SectionProps } from './shown-plan.ts'

/** What matters to the person and what they say of themselves, before anything else. */
export function OwnWords({ shown }: SectionProps): JSX.Element | null {
  const say = useSay()
  const matters = ofKind(shown, 'matters')
  const offered = shown.aboutMe.reduce((count, { proposals }) => count + proposals.length, 0)
  if (matters.length === 0 && offered === 0 && !shown.aboutMe.some(isWritten)) return null
  return (
    <section class="app-own-words" aria-labelledby="own-words">
      <h2 class="nhsuk-heading-m" id="own-words">
        {mattersTitle(say, { isOwn: shown.isOwn, name: shown.banner.name })}
      </h2>
      {matters.map(item => (
        <ShownItemRow key={item.id} shown={shown} item={item} />
      ))}
      {shown.isOwn && offered > 0 && (
        <p>
          <a href={`/people/${shown.banner.personId}/about-me`}>{say('aboutMe.waiting', { count: offered })}</a>
        </p>
      )}
      <AboutMeShort parts={shown.aboutMe} personId={shown.banner.personId} />
    </section>
  )
}
