import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { getReviewOwner } from '../review/owner.ts'
import { raiseReview } from '../review/raise.ts'

/** Of each stratum so many links are drawn a month at most, and no more than one in twenty. */
const DRAWN_MAX = 34
const ONE_IN = 20

/** How sure the model was of a link: the lower end of each stratum. Of those that it is least sure of most are drawn. */
const STRATA = [0, 0.99, 0.9999] as const

/**
 * Once a month: draws some of the links that the model made, of each stratum by itself, and asks the teams whether they are
 * right. A link is drawn once. Answers how many were asked about; 0 when this month's were drawn already.
 */
export async function drawAudit(store: Store): Promise<number> {
  return transactionInTurn(store, async tx => {
    await holdAlone(tx, 'the audit of a month')
    const month = `${dayOf(tx.now).slice(0, 7)}-01`
    const drawn = await tx.db.selectFrom('matchingAudit').select('month').where('month', '=', month).executeTakeFirst()
    if (drawn !== undefined) return 0
    let asked = 0
    for (const [at, from] of STRATA.entries()) asked += await drawStratum(tx, month, from, STRATA[at + 1] ?? 2)
    return asked
  })
}

async function drawStratum(tx: Tx, month: string, from: number, below: number): Promise<number> {
  const { rows: counted } = await sql<{ links: number }>`
    select count(*) as links ${linksBetween(from, below)}`.execute(tx.db)
  const links = counted[0]?.links ?? 0
  const wanted = Math.min(DRAWN_MAX, Math.floor(links / ONE_IN))
  if (wanted === 0) return 0
  const start = tx.newId()
  const { rows } = await sql<{ id: string; recordA: string; recordB: string }>`
    select link.id, link.record_a, link.record_b ${linksBetween(from, below)}
    order by link.id < ${start}, link.id
    limit ${wanted}`.execute(tx.db)
  let asked = 0
  for (const link of rows) if (await askAbout(tx, link, { month, stratum: String(from), links })) asked++
  return asked
}

function linksBetween(from: number, below: number) {
  return sql`
    from record_link_now as now
    join record_link as link on link.id = now.id
    where link.decided_by = 'model' and link.probability >= ${from} and link.probability < ${below}
      and not exists (select from matching_audit as audit where audit.record_link_id = link.id)`
}

interface Stratum {
  readonly month: string
  readonly stratum: string
  readonly links: number
}

/** Not where somebody is asked about the pair already, for another reason. */
async function askAbout(
  tx: Tx,
  { id, recordA, recordB }: { readonly id: string; readonly recordA: string; readonly recordB: string },
  { month, stratum, links }: Stratum,
): Promise<boolean> {
  const ownerTeamId = await getReviewOwner(tx, recordB)
  const candidates = [{ recordId: recordA }]
  const review = { sourceRecordId: recordB, reason: 'match.sampled', isDoubt: true, candidates, ownerTeamId } as const
  if ((await raiseReview(tx, review)) === 0) return false
  const { id: reviewCandidateId } = await tx.db
    .selectFrom('reviewCandidate as candidate')
    .innerJoin('reviewTask as task', 'task.id', 'candidate.reviewTaskId')
    .select('candidate.id')
    .where('candidate.sourceRecordId', '=', recordA)
    .where('task.sourceRecordId', '=', recordB)
    .where('candidate.reason', '=', 'match.sampled')
    .orderBy('candidate.raisedAt', 'desc')
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('matchingAudit')
    .values({ recordLinkId: id, reviewCandidateId, month, stratum, stratumLinks: links, drawnAt: tx.now })
    .execute()
  return true
}
