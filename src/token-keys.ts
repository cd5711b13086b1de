import type { Config } from '#config'
import { onDisk, openFolder } from '#ground/db/embedded/folder.ts'
import type { EmbeddedProblem } from '#ground/db/embedded/problem.ts'
import type { Outcome } from '#ground/outcome.ts'
import { keepTokenKeys, type TokenKey } from '#ground/token-keys.ts'

/** The keys that sign for apps who somebody is, in the data folder, made at the first start. */
export function openTokenKeys(config: Config): Outcome<readonly TokenKey[], EmbeddedProblem> {
  const folder = openFolder(config.DATA_DIR)
  if (!folder.ok) return folder
  const { tokenKeys } = folder.value
  return onDisk(tokenKeys, () => keepTokenKeys(tokenKeys))
}
