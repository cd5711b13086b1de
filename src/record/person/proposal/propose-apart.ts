import type { Tx } from '#ground/db/store.ts'
import { liftApart, tellApart } from '../link/apart.ts'
import { type Because, pairOf } from '../link/because.ts'
import { personOf } from '../link/persons.ts'
import { unlinkRecords } from '../link/unlink.ts'
import type { Proposal, Proposed } from './proposal.ts'
import { waitFor } from './wait.ts'

/**
 * Takes a sender's word that two of its records are not about one person. What the same sender had said before is
 * undone, and the two are told apart. Where anything else joins them it waits with the owner, and they stay joined.
 */
export async function proposeApart(tx: Tx, proposal: Proposal): Promise<Proposed> {
  const { recordId, otherId, saidBy, reason } = proposal
  const because = { decidedBy: saidBy, reason }
  const own = await ownLink(tx, proposal)
  if (own !== undefined) await unlinkRecords(tx, own, because)
  if ((await personOf(tx, recordId)) === (await personOf(tx, otherId)))
    return waitFor(tx, proposal, 'proposal.joinedByOthers')
  const apart = await tellApart(tx, recordId, otherId, because)
  return apart.ok ? 'applied' : waitFor(tx, proposal, 'proposal.joinedByOthers')
}

/** A sender that says two records are one takes back that they are two, if it was the sender who had said so. */
export async function takeBackApart(tx: Tx, { recordId, otherId, saidBy, reason }: Proposal): Promise<void> {
  const { recordA, recordB } = pairOf(recordId, otherId)
  const apart = await tx.db
    .selectFrom('recordApart')
    .innerJoin('recordApartNow as standing', 'standing.id', 'recordApart.id')
    .select('recordApart.id')
    .where('recordApart.recordA', '=', recordA)
    .where('recordApart.recordB', '=', recordB)
    .where('recordApart.kind', '=', 'told-apart')
    .where('recordApart.decidedBy', '=', saidBy)
    .where('recordApart.accountId', 'is', null)
    .executeTakeFirst()
  const because: Because = { decidedBy: saidBy, reason }
  if (apart !== undefined) await liftApart(tx, apart.id, because)
}

/** The link that this sender's own word made between the two. */
async function ownLink(tx: Tx, { recordId, otherId, saidBy }: Proposal): Promise<string | undefined> {
  const { recordA, recordB } = pairOf(recordId, otherId)
  const link = await tx.db
    .selectFrom('recordLink')
    .innerJoin('recordLinkNow as standing', 'standing.id', 'recordLink.id')
    .select('recordLink.id')
    .where('recordLink.recordA', '=', recordA)
    .where('recordLink.recordB', '=', recordB)
    .where('recordLink.decidedBy', '=', saidBy)
    .where('recordLink.accountId', 'is', null)
    .executeTakeFirst()
  return link?.id
}
