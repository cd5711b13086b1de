import type { JSX } from 'preact'
import { isWritten, type WrittenPart } from '#work/about-me/about-me.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { PartContent } from './part-content.tsx'

/** About me in a short form that opens, below what matters; nothing where nothing is written. */
export function AboutMeShort(props: { parts: readonly WrittenPart[]; personId: string }): JSX.Element | null {
  const say = useSay()
  const { personId } = props
  const parts = props.parts.filter(isWritten)
  if (parts.length === 0) return null
  return (
    <Details summary={say('aboutMe.more', { count: parts.length })} class="app-about__short">
      {parts.map(part => (
        <section key={part.part}>
          <h3 class="nhsuk-heading-s">{say.code('aboutMePart', part.part)}</h3>
          <PartContent part={part} personId={personId} />
        </section>
      ))}
      <p>
        <a href={`/people/${personId}/about-me`}>{say('aboutMe.toAll')}</a>
      </p>
    </Details>
  )
}
