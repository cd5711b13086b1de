import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { type MediaType, mediaTypeOf } from '#ground/media/media-type.ts'
import { withoutPlace } from '#ground/media/without-place.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import {
  ABOUT_ME_CLASS,
  type AboutMePart,
  type AboutMeProblem,
  MEDIA_BYTES_MAX,
  TELLS_LENGTH_MAX,
} from '../about-me.ts'
import { readPart } from '../read-about-me.ts'
import { mayWrite, personsContributor } from '../who-decides.ts'
import { writeVersion } from '../write-part.ts'

/** A picture or a sound for one part, after the version that was read. */
export interface NewMedia {
  readonly part: AboutMePart
  readonly afterId: string | undefined
  readonly bytes: Buffer
  /** What is to be seen, or what is said, for whoever cannot see or hear it. */
  readonly tells: string
  readonly language: Language
}

/**
 * Puts a picture or a sound beside the words of a part, in place of the one before. What it is is known by its first
 * bytes; what the camera wrote into it besides is taken off. Only whoever decides the words may; refused when the part
 * has changed since it was read.
 */
export async function keepMedia(
  tx: Tx,
  access: Access,
  { part: name, afterId, bytes, tells, language }: NewMedia,
  by: Writer,
): Promise<Outcome<undefined, AboutMeProblem>> {
  if (bytes.length === 0) return refused('aboutMe.fileMissing')
  if (bytes.length > MEDIA_BYTES_MAX) return refused('aboutMe.fileTooLarge')
  const told = tells.trim()
  if (told === '') return refused('aboutMe.tellsMissing')
  if (told.length > TELLS_LENGTH_MAX) return refused('aboutMe.tellsTooLong')
  const mediaType = mediaTypeOf(bytes)
  const clean = mediaType && withoutPlace(mediaType, bytes)
  if (mediaType === undefined || clean === undefined) return refused('aboutMe.fileKind')
  const part = await readPart(tx, access, name)
  if (part === undefined) return refused('aboutMe.notShown')
  if ((await mayWrite(tx, access)) !== 'decide') return refused('aboutMe.notYours')
  if (part.versionId !== afterId) return refused('aboutMe.hasChanged')
  const mediaId = tx.newId()
  await tx.db
    .insertInto('aboutMeMedia')
    .values({
      id: mediaId,
      personId: access.keptUnder,
      mediaType,
      bytes: clean,
      tells: told,
      language,
      broughtBy: by.accountId,
      broughtByName: by.name,
      broughtAt: tx.now,
    })
    .execute()
  const { words, helpedBy = '' } = part
  const inWhich = words === '' ? language : part.language
  await writeVersion(tx, access, part, { words, language: inWhich, mediaId, helpedBy }, by)
  return done(undefined)
}

/** Takes the picture or the sound of a part away again; its words stay. Nothing happens where there is none. */
export async function takeMediaAway(
  tx: Tx,
  access: Access,
  { part: name, afterId }: Pick<NewMedia, 'part' | 'afterId'>,
  by: Writer,
): Promise<Outcome<undefined, AboutMeProblem>> {
  const part = await readPart(tx, access, name)
  if (part === undefined) return refused('aboutMe.notShown')
  if ((await mayWrite(tx, access)) !== 'decide') return refused('aboutMe.notYours')
  if (part.media === undefined) return done(undefined)
  if (part.versionId !== afterId) return refused('aboutMe.hasChanged')
  const { words, language, helpedBy = '' } = part
  await writeVersion(tx, access, part, { words, language, mediaId: undefined, helpedBy }, by)
  return done(undefined)
}

/** The bytes of a picture or a sound that stands in a part now, if what people say of themselves is open. */
export async function findMedia(
  tx: Tx,
  access: Access,
  mediaId: string,
): Promise<{ readonly mediaType: MediaType; readonly bytes: Buffer } | undefined> {
  const { rows } = await sql<{ mediaType: MediaType; bytes: Buffer }>`
    select media.media_type, media.bytes
    from ${openedBy([access])}
    join organisation as person on person.id = opened.contributor_id and person.kind = 'person'
    join about_me_version_now as version on version.person_id = opened.person_id
    join about_me_media as media on media.id = version.media_id
    where opened.data_class = ${ABOUT_ME_CLASS} and media.id = ${mediaId}
      and not exists (
        select from about_me_version_now as later
        where later.person_id = version.person_id and later.part = version.part and later.sequence > version.sequence)
    limit 1`.execute(tx.db)
  const [found] = rows
  if (found !== undefined) access.release(await personsContributor(tx), ABOUT_ME_CLASS)
  return found
}
