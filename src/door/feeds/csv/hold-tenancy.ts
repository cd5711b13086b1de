import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { endTeamTie, holdTeamTie } from '#record/sharing/relationship/team-tie.ts'
import type { DropKind } from '#work/drop/kind.ts'
import type { Sender } from '#work/sender/sender.ts'

/**
 * Whoever the sender's map names as working with its tenants has a tie to each while a tenancy of theirs stands, and no
 * longer. Files of other kinds bring no ties: that somebody has a repair or a visit says not who works with them.
 */
export async function holdTenancy(tx: Tx, sender: Sender, kind: DropKind, sourceRecordId: string): Promise<void> {
  const team = sender.files.tenancies?.team
  if (kind !== 'tenancies' || team === undefined) return
  const { organisationId } = sender
  const tie = { kind: 'tenancy', team, organisationId, source: 'tenancy-register' } as const
  const { rows } = await sql<{ stands: boolean }>`
    select exists (
      select from resource
      where source_record_id = ${sourceRecordId} and type = 'Contract' and contributor_id = ${organisationId}
        and content ->> 'status' = 'executed') as stands`.execute(tx.db)
  if (rows[0]?.stands === true) await holdTeamTie(tx, sourceRecordId, tie)
  else await endTeamTie(tx, sourceRecordId, tie)
}
