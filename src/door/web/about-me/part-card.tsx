import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import { isWritten, type WrittenPart } from '#work/about-me/about-me.ts'
import type { MayWrite } from '#work/about-me/who-decides.ts'
import { useAsked } from '../asked.ts'
import { PartContent } from './part-content.tsx'

export interface PartCardProps {
  readonly part: WrittenPart
  readonly personId: string
  readonly isOwn: boolean
  readonly may: MayWrite
}

/** One part of About me, with the way to change it or to offer other words. */
export function PartCard({ part, personId, isOwn, may }: PartCardProps): JSX.Element {
  const { say } = useAsked()
  const title = say.code('aboutMePart', part.part)
  const written = isWritten(part)
  return (
    <section id={`about-${part.part}`} class="app-own-words app-about" aria-labelledby={`title-${part.part}`}>
      <h2 class="nhsuk-heading-m" id={`title-${part.part}`}>
        {title}
      </h2>
      {written ? <PartContent part={part} personId={personId} /> : <p>{say('aboutMe.notYet')}</p>}
      {written && (
        <p class="app-item__written">
          {say('aboutMe.written', { name: part.writtenBy, day: say.day(dayOf(part.writtenAt)) })}
          {part.helpedBy !== undefined && (
            <>
              <br />
              {say('plan.helpedBy')}: {part.helpedBy}
            </>
          )}
        </p>
      )}
      {isOwn && part.proposals.length > 0 && (
        <p>
          <strong>{say('aboutMe.waiting', { count: part.proposals.length })}</strong>
        </p>
      )}
      {may !== undefined && (
        <p class="app-about__change">
          <a class="app-about__way" href={`/people/${personId}/about-me/${part.part}`}>
            {say(wayOf(may, written))}
            <span class="nhsuk-u-visually-hidden"> {say('aboutMe.which', { part: title })}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function wayOf(may: 'decide' | 'propose', written: boolean) {
  if (may === 'decide') return written ? 'aboutMe.change' : 'aboutMe.write'
  return written ? 'aboutMe.propose' : 'aboutMe.proposeNew'
}
