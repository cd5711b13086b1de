import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { pictureOfHens } from './picture-of-hens.ts'
import type { SeedAboutMe, SeedPerson } from './region/shape.ts'

/** Plants what somebody says of themselves as it stood when the region began: the first words of each part. */
export async function plantAboutMe(
  tx: Tx,
  personId: string,
  parts: readonly SeedAboutMe[],
  { key, knownAs, account }: SeedPerson,
): Promise<void> {
  for (const { part, words, language, helpedBy, hens } of parts) {
    const mediaId = hens === undefined ? null : idFor(`picture of ${key} ${part}`)
    const broughtBy = account === undefined ? null : idFor(`account ${account}`)
    if (hens !== undefined && mediaId !== null) {
      await tx.db
        .insertInto('aboutMeMedia')
        .values({
          id: mediaId,
          personId,
          mediaType: 'image/png',
          bytes: pictureOfHens(),
          tells: hens,
          language,
          broughtBy,
          broughtByName: knownAs,
          broughtAt: tx.now,
        })
        .execute()
    }
    await tx.db
      .insertInto('aboutMeVersion')
      .values({
        id: idFor(`about me ${key} ${part}`),
        personId,
        part,
        afterId: null,
        words,
        language,
        mediaId,
        helpedBy: helpedBy ?? null,
        writtenBy: broughtBy,
        writtenByName: knownAs,
        writtenAt: tx.now,
      })
      .execute()
  }
}
