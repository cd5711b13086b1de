import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { type NewTrailEntry, writeTrail } from '#record/sharing/trail/write.ts'
import { isSendingOfficer } from './officer.ts'
import type { CarrierName, OutgoingAbout, OutgoingKind } from './outgoing.ts'

/** A dead letter, as it is listed. */
export interface DeadLetter {
  readonly id: string
  readonly destination: string
  readonly kind: OutgoingKind
  readonly reason: string
  readonly owner: { readonly team: Bilingual; readonly organisation: Bilingual }
  readonly diedAt: Date
  readonly mayOpen: boolean
}

/** How many dead letters are listed, those that have lain longest. */
export const LETTERS_SHOWN_MAX = 100

/** What did not arrive and waits for somebody to send it again or give it up, the longest dead first. Tells of no person. */
export async function readDeadLetters(tx: Tx, officer: WorkerActor): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select outgoing.id, destination.name as destination, outgoing.kind, outcome.reason, outcome.at as died_at, ${OWNER} as owner,
           team.organisation_id = ${officer.organisationId} and ${isSendingOfficer(officer)} as may_open
    from outgoing_outcome as outcome
    join outgoing on outgoing.id = outcome.outgoing_id
    join destination on destination.id = outgoing.destination_id
    join team on team.id = outcome.owner_team_id
    join organisation as body on body.id = team.organisation_id
    where outcome.outcome = 'dead' and ${IS_LATEST}
    order by outcome.at, outgoing.sequence
    limit ${LETTERS_SHOWN_MAX}`.execute(tx.db)
  return rows
}

const OWNER = sql`jsonb_build_object(
  'team', jsonb_build_object('en', team.name_en, 'cy', team.name_cy),
  'organisation', jsonb_build_object('en', body.name_en, 'cy', body.name_cy))`

const IS_LATEST = sql`not exists (
  select from outgoing_outcome as later
  where later.outgoing_id = outcome.outgoing_id and later.sequence > outcome.sequence)`

/** One try, and what came back. Without a code nobody knows how far it came. */
export interface LetterTry {
  readonly number: number
  readonly startedAt: Date
  readonly code: string | undefined
  readonly said: string | undefined
}

/** A dead letter, opened. */
export interface Letter {
  readonly id: string
  readonly destination: string
  readonly carrier: CarrierName
  readonly kind: OutgoingKind
  readonly reason: string
  readonly queuedAt: Date
  readonly body: Buffer
  /** The newest first, so many at most. */
  readonly tries: readonly LetterTry[]
  /** How many that were queued after it in the same order have arrived: it would come late. */
  readonly overtakenBy: number
}

const TRIES_SHOWN_MAX = 20

/**
 * Opens a dead letter for an integration officer of the organisation that answers for it, and writes it in the trail of
 * whoever it is about. A refusal is the same for one that is not there, or is not dead.
 */
export async function readLetter(
  tx: Tx,
  officer: WorkerActor,
  id: string,
): Promise<Outcome<Letter, 'message.notShown'>> {
  const letter = await findLetter(tx, officer, id)
  const trail: NewTrailEntry = {
    actor: officer,
    personId: letter?.personId ?? id,
    purpose: 'service-planning',
    doing: 'look',
    place: 'message',
    allowed: letter !== undefined,
    released: (letter?.released ?? []).map(one => ({ ...one, because: { kind: 'contributor' } })),
    failed: letter === undefined ? ['organisation-receives'] : [],
  }
  await writeTrail(tx, [trail])
  if (letter === undefined) return refused('message.notShown')
  const { personId: _, released: __, ...shown } = letter
  const { rows: tries } = await sql<LetterTry>`
    select attempt.number, attempt.started_at, answer.code, answer.said
    from outgoing_attempt as attempt
    left join outgoing_answer as answer on answer.attempt_id = attempt.id
    where attempt.outgoing_id = ${id}
    order by attempt.number desc limit ${TRIES_SHOWN_MAX}`.execute(tx.db)
  return done({ ...shown, tries })
}

type Found = Omit<Letter, 'tries'> & {
  readonly turn: string
  readonly destinationId: string
  readonly personId: string | null
  readonly released: readonly {
    readonly contributor: string
    readonly dataClass: NonNullable<OutgoingAbout>['released'][number]['dataClass']
  }[]
}

/** A letter that is dead and that this officer answers for. */
export async function findLetter(tx: Tx, officer: WorkerActor, id: string): Promise<Found | undefined> {
  if (!isSendingOfficer(officer)) return undefined
  const { rows } = await sql<Found>`
    select outgoing.id, destination.name as destination, destination.id as destination_id, destination.carrier, outgoing.kind,
           outgoing.turn, outcome.reason, outgoing.queued_at, outgoing.body, record.home_person_id as person_id,
           (select count(*) from outgoing as later
            join outgoing_outcome as arrived on arrived.outgoing_id = later.id and arrived.outcome = 'delivered'
            where later.turn = outgoing.turn and later.sequence > outgoing.sequence) as overtaken_by,
           coalesce((
             select jsonb_agg(jsonb_build_object('contributor', giver.code, 'dataClass', told ->> 'dataClass'))
             from jsonb_array_elements(outgoing.about -> 'released') as told
             join organisation as giver on giver.id = (told ->> 'contributorId')::uuid), '[]') as released
    from outgoing
    join destination on destination.id = outgoing.destination_id
    join outgoing_outcome as outcome on outcome.outgoing_id = outgoing.id
    join team on team.id = outcome.owner_team_id
    left join source_record as record on record.id = (outgoing.about ->> 'sourceRecordId')::uuid
    where outgoing.id = ${id} and outcome.outcome = 'dead' and ${IS_LATEST}
      and team.organisation_id = ${officer.organisationId}`.execute(tx.db)
  return rows[0]
}
