import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { type Matcher, matcherOf } from '../matching/matcher.ts'
import type { Model } from '../matching/model.ts'
import { parseModel } from '../matching/parse-model.ts'
import { fingerprintOf } from './keep.ts'
import { SHIPPED } from './shipped.ts'

/** The model in force, made ready. */
export interface InForce {
  /** 0 is the one that the program is shipped with. */
  readonly version: number
  readonly matcher: Matcher
}

/** The model in force, made ready. It costs one short question: what is made ready is kept, and a model never changes. */
export async function modelInForce(tx: Tx): Promise<InForce> {
  const { rows } = await sql<{ version: number | null; fingerprint: string | null }>`
    select now.version, model.fingerprint
    from matching_model_now as now
    left join matching_model as model on model.version = now.version`.execute(tx.db)
  const version = rows[0]?.version ?? 0
  const fingerprint = rows[0]?.fingerprint ?? undefined
  if (version === 0 || fingerprint === undefined) return { version: 0, matcher: shipped() }
  return { version, matcher: ready.get(fingerprint) ?? keepReady(fingerprint, await readModel(tx, version)) }
}

/** A model by its version, 0 among them. Throws when what is kept is not what was kept, or there is none. */
export async function readModel(tx: Tx, version: number): Promise<Model> {
  if (version === 0) return SHIPPED
  const { content, fingerprint } = await tx.db
    .selectFrom('matchingModel')
    .select(['content', 'fingerprint'])
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const model = parseModel(content)
  if (fingerprintOf(model) !== fingerprint) throw new Error(`model ${version} is not as it was kept`)
  return model
}

/** By fingerprint, which tells the models of two databases apart. */
const ready = new Map<string, Matcher>()
/** A model that was just replaced may still be asked for by what began before. */
const READY_MAX = 4

function keepReady(fingerprint: string, model: Model): Matcher {
  const matcher = matcherOf(model)
  const [oldest] = ready.keys()
  if (ready.size >= READY_MAX && oldest !== undefined) ready.delete(oldest)
  ready.set(fingerprint, matcher)
  return matcher
}

let shippedReady: Matcher | undefined
function shipped(): Matcher {
  shippedReady ??= matcherOf(SHIPPED)
  return shippedReady
}
