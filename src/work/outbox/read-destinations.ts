import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import { isSendingOfficer, mayConfirm } from './officer.ts'
import type { CarrierName } from './outgoing.ts'

/** A destination, and what became of everything that was queued for it: the five counts add up to that. */
export interface DestinationLine {
  readonly id: string
  readonly name: string
  readonly carrier: CarrierName
  readonly address: string
  /** Undefined for the region's own mail relay. */
  readonly organisation: Bilingual | undefined
  readonly standing: 'unconfirmed' | 'open' | 'paused' | 'closed'
  readonly pauseReason: string | undefined
  readonly queued: number
  readonly delivered: number
  readonly waiting: number
  readonly dead: number
  readonly givenUp: number
  /** No longer open to it, or wanted by it, when it was to be sent, and so not sent. */
  readonly notOpen: number
  readonly oldestAt: Date | undefined
  /** Since when what waits has been tried in vain, and what came back last. */
  readonly failing: { readonly since: Date; readonly code: string | undefined; readonly said: string } | undefined
  /** The job for which it is told about people. Undefined for the region's own mail relay. */
  readonly role: Role | undefined
  readonly may: { readonly confirm: boolean; readonly steer: boolean; readonly decideTold: boolean }
}

/** Every destination, those that were closed last, as a given officer may deal with them. Tells of no person. */
export async function readDestinations(tx: Tx, officer: WorkerActor): Promise<DestinationLine[]> {
  const rows = await readRows(tx)
  return rows.map(({ registeredBy, ...row }) => {
    const { standing } = row
    const isAnothers = registeredBy !== officer.accountId
    return {
      ...row,
      organisation: row.organisation ?? undefined,
      role: row.role ?? undefined,
      oldestAt: row.oldestAt ?? undefined,
      pauseReason: row.pauseReason ?? undefined,
      failing:
        row.failingSince === null
          ? undefined
          : { since: row.failingSince, code: row.lastCode ?? undefined, said: row.lastSaid ?? '' },
      may: {
        confirm: standing === 'unconfirmed' && isAnothers && mayConfirm(officer),
        steer: (standing === 'open' || standing === 'paused') && isSendingOfficer(officer),
        decideTold: row.carrier !== 'smtp' && standing !== 'closed' && isSendingOfficer(officer),
      },
    }
  })
}

/** What is sent, waits and failed at each destination: for whoever watches figures. Ages are in seconds. */
export interface OutboxFigures {
  readonly destination: string
  readonly delivered: number
  readonly waiting: number
  readonly dead: number
  readonly givenUp: number
  readonly notOpen: number
  readonly oldestSeconds: number
  readonly failingSeconds: number
}

/** The figures of every destination that has not been closed, by its name. They name nobody. */
export async function readOutboxFigures(tx: Tx): Promise<OutboxFigures[]> {
  const rows = await readRows(tx)
  const age = (since: Date | null) => (since === null ? 0 : (tx.now.getTime() - since.getTime()) / 1000)
  return rows
    .filter(({ standing }) => standing !== 'closed')
    .map(({ name, delivered, waiting, dead, givenUp, notOpen, oldestAt, failingSince }) => ({
      ...{ destination: name, delivered, waiting, dead, givenUp, notOpen },
      oldestSeconds: age(oldestAt),
      failingSeconds: age(failingSince),
    }))
}

interface Row {
  readonly id: string
  readonly name: string
  readonly carrier: CarrierName
  readonly address: string
  readonly organisation: Bilingual | null
  readonly role: Role | null
  readonly standing: DestinationLine['standing']
  readonly registeredBy: string | null
  readonly pauseReason: string | null
  readonly queued: number
  readonly delivered: number
  readonly waiting: number
  readonly dead: number
  readonly givenUp: number
  readonly notOpen: number
  readonly oldestAt: Date | null
  readonly failingSince: Date | null
  readonly lastCode: string | null
  readonly lastSaid: string | null
}

/** Only what is dead is ever sent again or given up, so that counts of rows are enough to know what is dead now. */
async function readRows(tx: Tx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select destination.id, destination.name, destination.carrier, destination.address, destination.registered_by,
           destination.settings ->> 'toldFor' as role,
           case when body.id is null then null
                else jsonb_build_object('en', body.name_en, 'cy', body.name_cy) end as organisation,
           case when destination.is_closed then 'closed' when not destination.is_confirmed then 'unconfirmed'
                when destination.is_paused then 'paused' else 'open' end as standing,
           pause.reason as pause_reason,
           (select count(*) from outgoing where outgoing.destination_id = destination.id) as queued,
           became.delivered, became.dead, became.given_up, became.not_open,
           wait.waiting, wait.oldest_at, wait.failing_since, last.code as last_code, last.said as last_said
    from destination_now as destination
    left join organisation as body on body.id = destination.organisation_id
    left join lateral (
      select reason from destination_step as step
      where step.destination_id = destination.id and step.step = 'paused' and destination.is_paused
      order by step.at desc, step.id desc limit 1
    ) as pause on true
    cross join lateral (
      select count(*) filter (where outcome = 'delivered') as delivered,
             count(*) filter (where outcome = 'dead') - count(*) filter (where outcome in ('again', 'given-up')) as dead,
             count(*) filter (where outcome = 'given-up') as given_up,
             count(*) filter (where outcome = 'not-open') as not_open
      from outgoing_outcome as became
      join outgoing on outgoing.id = became.outgoing_id
      where outgoing.destination_id = destination.id
    ) as became
    cross join lateral (
      select count(*) as waiting, min(outgoing.queued_at) as oldest_at,
             min(first.started_at) filter (where waiting.tries > 1 or heard.attempt_id is not null) as failing_since
      from outgoing_waiting as waiting
      join outgoing on outgoing.id = waiting.outgoing_id
      left join outgoing_attempt as first on first.outgoing_id = waiting.outgoing_id and first.number = 1
      left join outgoing_answer as heard on heard.attempt_id = first.id
      where waiting.destination_id = destination.id
    ) as wait
    left join lateral (
      select answer.code, answer.said
      from outgoing_waiting as waiting
      join outgoing_attempt as attempt on attempt.outgoing_id = waiting.outgoing_id
      join outgoing_answer as answer on answer.attempt_id = attempt.id
      where waiting.destination_id = destination.id
      order by answer.ended_at desc, attempt.number desc limit 1
    ) as last on true
    order by destination.is_closed, destination.name`.execute(tx.db)
  return rows
}
