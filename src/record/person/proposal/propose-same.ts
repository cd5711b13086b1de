import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { linkRecords } from '../link/link.ts'
import { membersOf, personOf } from '../link/persons.ts'
import { obstacleTo } from './obstacle.ts'
import type { Proposal, Proposed } from './proposal.ts'
import { takeBackApart } from './propose-apart.ts'
import { waitFor } from './wait.ts'

/**
 * Takes a sender's word that two of its records are about one person. It is done at once when that is safe
 * (`obstacleTo`); otherwise it waits with the owner, and nothing is joined until somebody decides. Refused where a guard
 * stands (`linkRecords`).
 */
export async function proposeSame(tx: Tx, proposal: Proposal): Promise<Proposed> {
  const { recordId, otherId, saidBy, reason } = proposal
  const [person, other] = [await personOf(tx, recordId), await personOf(tx, otherId)]
  if (person === other) return 'already'
  const obstacle = obstacleTo({
    isBareNumber: proposal.isBareNumber,
    isEitherAlone: (await isAlone(tx, person)) || (await isAlone(tx, other)),
    agreed: await agreedBetween(tx, recordId, otherId),
  })
  if (obstacle !== undefined) return waitFor(tx, proposal, obstacle)
  await takeBackApart(tx, proposal)
  const linked = await linkRecords(tx, recordId, otherId, { decidedBy: saidBy, reason })
  return linked.ok ? 'applied' : 'refused'
}

async function isAlone(tx: Tx, personId: string): Promise<boolean> {
  return (await membersOf(tx, personId)).length === 1
}

/** How many of NHS number, day of birth and family name are known of both and the same. */
async function agreedBetween(tx: Tx, one: string, other: string): Promise<number> {
  const { rows } = await sql<{ agreed: number }>`
    select (coalesce(one.nhs_number = other.nhs_number, false))::int
           + (coalesce(one.birth_date = other.birth_date, false))::int
           + (one.family_key <> '' and one.family_key = other.family_key)::int as agreed
    from source_record as one, source_record as other
    where one.id = ${one} and other.id = ${other}`.execute(tx.db)
  return rows[0]?.agreed ?? 0
}
