import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { ask, evidence } from '../identify/ask.ts'
import { linkRecords } from '../link/link.ts'
import type { Matcher } from '../matching/matcher.ts'
import { getReviewOwner } from '../review/owner.ts'
import { type Plan, type Planned, planRelink } from './plan.ts'
import { readRegion } from './read-region.ts'

/** What a re-link did. */
export interface Relinked {
  readonly records: number
  readonly linked: number
  readonly asked: number
  /** Links in force that a model made and this one would not make; they stand, and are asked about. */
  readonly doubted: number
}

/** How many links or questions are written in one transaction. */
const WRITTEN_AT_ONCE = 100

/**
 * Looks at all records of the region by a model and does what it says: for a first load, and when a new model is in
 * force. It only adds links; of those that it would not make somebody is asked. Run again it does nothing. Meanwhile
 * messages are taken in as ever: what one of them settled in between is left as it is. It compares on the thread that
 * calls it, a minute for every million records or two: for a program of its own, and not for one that serves pages.
 */
export async function relink(store: Store, matcher: Matcher): Promise<Relinked> {
  const region = await transaction(store, tx => readRegion(tx, matcher))
  return { records: region.ids.length, ...(await applyPlan(store, matcher, planRelink(matcher, region))) }
}

/** Writes what was planned, a little at a time. */
async function applyPlan(store: Store, matcher: Matcher, plan: Plan): Promise<Omit<Relinked, 'records'>> {
  const linked = await inChunks(store, plan.joins, (tx, join) => link(tx, matcher, join))
  const asked = await inChunks(store, plan.asks, (tx, one) => askAbout(tx, matcher, one, false))
  const doubted = await inChunks(store, plan.doubts, (tx, { pair }) => askAbout(tx, matcher, pair, true))
  return { linked, asked, doubted }
}

async function inChunks<Thing>(
  store: Store,
  things: readonly Thing[],
  work: (tx: Tx, thing: Thing) => Promise<boolean>,
): Promise<number> {
  let count = 0
  for (let at = 0; at < things.length; at += WRITTEN_AT_ONCE) {
    const chunk = things.slice(at, at + WRITTEN_AT_ONCE)
    count += await transactionInTurn(store, async tx => {
      let done = 0
      for (const thing of chunk) if (await work(tx, thing)) done++
      return done
    })
  }
  return count
}

/** Answers whether the two were joined; not if something that came meanwhile stands against it. */
async function link(tx: Tx, matcher: Matcher, { recordId, otherId, decided }: Planned): Promise<boolean> {
  const because = { decidedBy: 'model', reason: 'match.sure', ...evidence(matcher, decided) }
  return (await linkRecords(tx, otherId, recordId, because)).ok
}

/** Asks about the later of two records, and whoever answers for what its organisation sends. */
async function askAbout(tx: Tx, matcher: Matcher, { recordId, otherId, decided }: Planned, isDoubt: boolean) {
  const ownerTeamId = await getReviewOwner(tx, otherId)
  const about = { matcher, own: { recordId: otherId }, ownerTeamId }
  const reason = isDoubt ? 'match.newModel' : decided.guards.length > 0 ? 'match.guarded' : 'match.likely'
  return ask(tx, about, reason, [{ recordId, decided }])
}
