import { createHash } from 'node:crypto'
import { canonical } from '#ground/canonical.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Model } from '../matching/model.ts'

/** Who or what made a model. */
export interface MadeBy {
  /** A name, or `program`. */
  readonly by: string
  readonly accountId?: string | undefined
  /** The model that this one is, but for its thresholds. */
  readonly madeFrom?: number | undefined
}

/**
 * Keeps a model under the next version, and answers it. A model that is kept already, whatever it was called, is not kept
 * again: learning twice from the same records changes nothing. Run it in turn.
 */
export async function keepModel(tx: Tx, model: Model, { by, accountId, madeFrom }: MadeBy): Promise<number> {
  await holdAlone(tx, 'the models of matching')
  const fingerprint = fingerprintOf(model)
  const known = await tx.db
    .selectFrom('matchingModel')
    .select(['version', 'fingerprint'])
    .orderBy('version', 'desc')
    .execute()
  const same = known.find(one => one.fingerprint === fingerprint)
  if (same !== undefined) return same.version
  const version = (known[0]?.version ?? 0) + 1
  const { records, pairs } = model.learntFrom
  const content = JSON.stringify({ ...model, version: nameOfVersion(version) })
  await tx.db
    .insertInto('matchingModel')
    .values({ version, content, fingerprint, records, pairs, learntBy: by, learntAt: tx.now, accountId, madeFrom })
    .execute()
  return version
}

/** What a link says that was made by this version of the region. */
export function nameOfVersion(version: number): string {
  return `region-${version}`
}

/** The hash of all that a model says but what it is called: SHA-256 of it with its keys in order, in hexadecimal. */
export function fingerprintOf({ version: _, ...model }: Model): string {
  return createHash('sha256').update(canonical(model)).digest('hex')
}
