import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SeedAboutMe, SeedPerson } from './region/shape.ts'

/** Plants what somebody says of themselves as it stood when the region began: the first words of each part. */
export async function plantAboutMe(
  tx: Tx,
  personId: string,
  parts: readonly SeedAboutMe[],
  { key, knownAs, account }: SeedPerson,
): Promise<void> {
  for (const { part, words, language, helpedBy } of parts) {
    await tx.db
      .insertInto('aboutMeVersion')
      .values({
        id: idFor(`about me ${key} ${part}`),
        personId,
        part,
        afterId: null,
        words,
        language,
        mediaId: null,
        helpedBy: helpedBy ?? null,
        writtenBy: account === undefined ? null : idFor(`account ${account}`),
        writtenByName: knownAs,
        writtenAt: tx.now,
      })
      .execute()
  }
}
