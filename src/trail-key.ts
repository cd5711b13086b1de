import type { Config } from '#config'
import type { Chance } from '#ground/chance.ts'
import { onDisk, openFolder } from '#ground/db/embedded/folder.ts'
import type { EmbeddedProblem } from '#ground/db/embedded/problem.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { keepSigningKey, type SigningKey, type SigningKeyProblem } from '#ground/signing-key.ts'
import { isSealedByAnother } from '#record/sharing/trail/proof/seal.ts'

export type TrailKeyProblem =
  | EmbeddedProblem
  | SigningKeyProblem
  | { readonly code: 'trailKeyOther'; readonly file: string }

/**
 * The key that seals the trail of this database, made at the first start. Refused when the trail was sealed with
 * another: no witness would believe a log that changed its key, so it is better not to go on.
 */
export async function openTrailKey(
  config: Config,
  store: Store,
  chance: Chance,
): Promise<Outcome<SigningKey, TrailKeyProblem>> {
  const file = trailKeyFile(config)
  if (!file.ok) return file
  const kept = onDisk(file.value, () => keepSigningKey(file.value, chance))
  if (!kept.ok) return kept
  if (!kept.value.ok) return kept.value
  const key = kept.value.value
  const byAnother = await transaction(store, tx => isSealedByAnother(tx, key))
  return byAnother ? refused({ code: 'trailKeyOther', file: file.value }) : done(key)
}

/** Where that key is, in a data folder that is made when it is not there. */
function trailKeyFile(config: Config): Outcome<string, EmbeddedProblem> {
  if (config.TRAIL_KEY_FILE !== undefined) return done(config.TRAIL_KEY_FILE)
  const folder = openFolder(config.DATA_DIR)
  return folder.ok ? done(folder.value.trailKey) : folder
}
