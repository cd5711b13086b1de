import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { afterWorkingHours } from '#ground/working-hours.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { dueAt } from './due.ts'

/** How long after it was due whoever answers for the organisation is told, working hours: half a day. */
const LEAD_AFTER_HOURS = 4

/** Writes down of each message that waits in quarantine still, half a working day after it was due, that it does; once. */
export async function escalateMessages(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating messages')
    const late = (await waiting(tx)).filter(({ type, receivedAt }) => leadToldAt(type, receivedAt) <= tx.now)
    if (late.length === 0) return
    const rows = late.map(({ messageId }) => ({ messageId, raisedAt: tx.now }))
    await tx.db.insertInto('messageEscalation').values(rows).execute()
  })
}

/** When whoever answers for the organisation is told of a message that waits still. */
function leadToldAt(type: string | null, receivedAt: Date): Date {
  return afterWorkingHours(dueAt(type ?? undefined, receivedAt), LEAD_AFTER_HOURS)
}

/** How many are looked at together at most, the longest wait first. The rest are, a minute later. */
const WAITING_MAX = 5000

interface Waiting {
  readonly messageId: string
  readonly type: string | null
  readonly receivedAt: Date
}

async function waiting(tx: Tx): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select message.id as message_id, message.type, message.received_at
    from message_outcome_now as outcome
    join message on message.id = outcome.message_id
    where outcome.outcome = 'quarantined'
      and not exists (select from message_escalation as raised where raised.message_id = message.id)
    order by message.received_at, message.sequence
    limit ${WAITING_MAX}`.execute(tx.db)
  return rows
}

/** A team of one's organisation that has left messages in quarantine for so long that whoever answers for it is told. */
export interface LateTeam {
  readonly team: Bilingual
  readonly count: number
  /** When the one that has waited longest came. */
  readonly since: Date
}

/** The teams that whoever answers for an organisation is told of. Counts, and nothing of whom they are about. */
export async function lateTeams(tx: Tx, { role, organisationId }: WorkerActor): Promise<LateTeam[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<LateTeam>`
    select jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team, count(*)::int as count,
           min(message.received_at) as since
    from message_escalation as raised
    join message_outcome_now as outcome on outcome.message_id = raised.message_id and outcome.outcome = 'quarantined'
    join message on message.id = raised.message_id
    join team on team.id = outcome.owner_team_id
    join organisation as body on body.id = team.organisation_id
    where ${organisationId} in (body.id, coalesce(body.part_of, body.id))
    group by team.id
    order by since, team.code`.execute(tx.db)
  return rows
}
