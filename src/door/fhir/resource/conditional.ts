import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Found } from '#record/chart/search/columns.ts'
import { type Condition, matchOf } from '#record/chart/search/match.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { ToWrite, WriteProblem, Written } from '#record/chart/store/to-write.ts'

/**
 * What a condition makes of what is asked to be written: that very thing, under the name of what meets it, or what is there
 * already, of which nothing is written. The condition is held. Source: FHIR R4, 3.1.0.8.1 and 3.1.0.4.3.
 */
export async function toWriteBy(
  tx: Tx,
  caller: Caller,
  asked: ToWrite,
  condition: Condition | undefined,
): Promise<Outcome<ToWrite | Written, WriteProblem>> {
  if (condition === undefined) return done(asked)
  const isCreate = asked.method === 'create'
  const met = await matchOf(tx, caller, condition, { isOwn: !isCreate })
  if (!met.ok) return met
  if (isCreate) return done(met.value === undefined ? asked : asIsThere(met.value))
  const { resourceType: type, id } = asked.resource
  if (met.value !== undefined) {
    const { named, ifMatch } = targetIn(met.value, asked.ifMatch)
    return id === undefined || id === named.id ? done({ ...asked, named, ifMatch }) : refused('chart.anotherId')
  }
  // What has that id and does not meet the condition is something else: it is not written over.
  return done(id === undefined ? { ...asked, method: 'create' } : { ...asked, named: { type, id }, ifNoneMatch: true })
}

/** Something that is to be changed or deleted, and the versions of which one must be what it has. */
export interface Target {
  readonly named: Named
  readonly ifMatch: readonly string[] | undefined
}

/** What is to be changed or deleted, by its name or by a condition, which is held. */
export async function targetBy(
  tx: Tx,
  caller: Caller,
  asked: Named | Condition,
  ifMatch: readonly string[] | undefined,
): Promise<Outcome<Target, WriteProblem>> {
  if (!('search' in asked)) return done({ named: asked, ifMatch })
  const met = await matchOf(tx, caller, asked, { isOwn: true })
  if (!met.ok) return met
  return met.value === undefined ? refused('chart.notFound') : done(targetIn(met.value, ifMatch))
}

/** What met the condition must still be what met it. */
function targetIn({ type, logicalId, version }: Found, ifMatch: readonly string[] | undefined): Target {
  return { named: { type, id: logicalId }, ifMatch: ifMatch ?? [String(version)] }
}

/** What is there already, as if it had been written as it is. */
function asIsThere({ type, logicalId, text }: Found): Written {
  const { meta } = JSON.parse(text) as { meta: { versionId: string; lastUpdated?: string } }
  const recordedAt = meta.lastUpdated === undefined ? undefined : new Date(meta.lastUpdated)
  return { type, logicalId, text, versionId: meta.versionId, recordedAt, method: undefined, created: false }
}
