import type { Tx } from '#ground/db/store.ts'
import { isPicture, mediaTypeOf, type PictureType } from '#ground/media/media-type.ts'
import { withoutPlace } from '#ground/media/without-place.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from './actor.ts'

/** The largest photograph of a worker, bytes: a page shows many, over a telephone's network. */
export const PHOTOGRAPH_BYTES_MAX = 1024 * 1024

/** A photograph as it is handed out. */
export interface Photograph {
  readonly mediaType: PictureType
  readonly bytes: Buffer
}

export type PhotographProblem =
  | 'careTeam.photographMissing'
  | 'careTeam.photographTooLarge'
  | 'careTeam.photographNoPicture'

/**
 * Keeps the photograph that somebody at work gives of themselves, in place of the one before. What it is is known by its
 * first bytes; what the camera wrote into it besides, as the place, is taken off before it is kept.
 */
export async function givePhotograph(
  tx: Tx,
  by: WorkerActor,
  bytes: Buffer,
): Promise<Outcome<undefined, PhotographProblem>> {
  if (bytes.length === 0) return refused('careTeam.photographMissing')
  if (bytes.length > PHOTOGRAPH_BYTES_MAX) return refused('careTeam.photographTooLarge')
  const mediaType = mediaTypeOf(bytes)
  const clean = isPicture(mediaType) ? withoutPlace(mediaType, bytes) : undefined
  if (!isPicture(mediaType) || clean === undefined) return refused('careTeam.photographNoPicture')
  const given = { id: tx.newId(), mediaType, bytes: clean, givenAt: tx.now }
  await tx.db
    .insertInto('workerPhotograph')
    .values({ accountId: by.accountId, ...given })
    .onConflict(conflict => conflict.column('accountId').doUpdateSet(given))
    .execute()
  return done(undefined)
}

/** Takes it off: it is gone at once, wherever it was shown, and kept nowhere. Nothing happens where there is none. */
export async function takePhotographOff(tx: Tx, by: WorkerActor): Promise<void> {
  await tx.db.deleteFrom('workerPhotograph').where('accountId', '=', by.accountId).execute()
}

/** The photograph of one's own: by which id it is found now; undefined where none is given. */
export async function findOwnPhotographId(tx: Tx, by: WorkerActor): Promise<string | undefined> {
  const found = await tx.db
    .selectFrom('workerPhotograph')
    .select('id')
    .where('accountId', '=', by.accountId)
    .executeTakeFirst()
  return found?.id
}

/** One photograph, for those who have found already that it may be shown. Undefined once it has been taken off. */
export async function findPhotograph(tx: Tx, photographId: string): Promise<Photograph | undefined> {
  const found = await tx.db
    .selectFrom('workerPhotograph')
    .select(['mediaType', 'bytes'])
    .where('id', '=', photographId)
    .executeTakeFirst()
  return found as Photograph | undefined
}
