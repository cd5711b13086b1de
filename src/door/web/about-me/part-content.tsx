import type { JSX } from 'preact'
import type { WrittenPart } from '#work/about-me/about-me.ts'

/** What one part says: a picture or a sound with its account in words, and the person's own words. */
export function PartContent({ part, personId }: { part: WrittenPart; personId: string }): JSX.Element {
  const { words, language, media } = part
  const from = `/people/${personId}/about-me/${part.part}/media/${media?.id}`
  return (
    <>
      {media?.kind === 'picture' && (
        <figure class="app-about__figure">
          <img class="app-about__picture" src={from} alt={media.tells} lang={media.language} loading="lazy" />
        </figure>
      )}
      {media?.kind === 'sound' && (
        <figure class="app-about__figure" lang={media.language}>
          {/* biome-ignore lint/a11y/useMediaCaption: what is said stands below it, in full */}
          <audio class="app-about__sound" controls preload="none" src={from} aria-label={media.tells} />
          <figcaption class="app-item__written">{media.tells}</figcaption>
        </figure>
      )}
      {words !== '' && (
        <blockquote class="app-own-words__words" lang={language}>
          {words}
        </blockquote>
      )}
    </>
  )
}
