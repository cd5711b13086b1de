import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { RecordFault } from '#record/person/quality/fault.ts'
import { faultsOf } from '#record/person/quality/faults-of.ts'
import { writeTrail } from '#record/sharing/trail/write.ts'
import { isIntegrationOfficer } from '../ledger.ts'

/** How many lines one page has. */
export const FAULTY_SHOWN_MAX = 50

/** Which records of an organisation have a fault: under its own numbers for them, and nothing else of anybody. */
export interface FaultyRecords {
  readonly organisation: Bilingual
  /** One record a line, but those that share a number on one line, in the order of the first. */
  readonly lines: readonly (readonly string[])[]
  /** Where the next page begins; undefined when this is the last. */
  readonly next: string | undefined
}

/**
 * Lists for an integration officer the records of their own body that have a fault, so that they can be put right where
 * they came from. Each is written in the trail of whoever it is about. What was put right since it was counted is left
 * out. Refused for anybody else, in the same way as for an organisation that does not exist, and that is written too.
 */
export async function listFaulty(
  tx: Tx,
  officer: WorkerActor,
  asked: { readonly organisation: string; readonly fault: RecordFault; readonly after: string },
): Promise<Outcome<FaultyRecords, 'quality.notShown'>> {
  const organisation = await findOwn(tx, officer, asked.organisation)
  if (!isIntegrationOfficer(officer) || organisation === undefined) {
    await writeTrail(tx, [
      { ...entryOf(officer, officer.organisationId), allowed: false, failed: ['organisation-receives'] },
    ])
    return refused('quality.notShown')
  }
  const found =
    asked.fault === 'number-shared'
      ? await sharing(tx, organisation.id, asked.after)
      : await withFault(tx, organisation.id, asked.fault, asked.after)
  const released = [
    { contributor: organisation.code, dataClass: 'demographics', because: { kind: 'contributor' } },
  ] as const
  const shown = found.filter(({ isMended }) => !isMended)
  const people = await peopleOf(
    tx,
    shown.flatMap(({ recordIds }) => recordIds),
  )
  await writeTrail(
    tx,
    people.map(personId => ({ ...entryOf(officer, personId), released })),
  )
  const next = found.length < FAULTY_SHOWN_MAX ? undefined : found.at(-1)?.localIds[0]
  return done({ organisation: organisation.name, lines: shown.map(({ localIds }) => localIds), next })
}

interface Found {
  readonly localIds: readonly string[]
  readonly recordIds: readonly string[]
  readonly isMended: boolean
}

async function findOwn(
  tx: Tx,
  officer: WorkerActor,
  code: string,
): Promise<{ readonly id: string; readonly code: string; readonly name: Bilingual } | undefined> {
  const { rows } = await sql<{ id: string; code: string; name: Bilingual }>`
    select organisation.id, organisation.code,
           jsonb_build_object('en', organisation.name_en, 'cy', organisation.name_cy) as name
    from organisation
    join organisation_body as body on body.organisation_id = organisation.id
    join organisation_body as own on own.organisation_id = ${officer.organisationId} and own.body_id = body.body_id
    where organisation.code = ${code}`.execute(tx.db)
  return rows[0]
}

async function withFault(tx: Tx, organisationId: string, fault: RecordFault, after: string): Promise<Found[]> {
  const { rows } = await sql<{ id: string; localId: string; content: Patient }>`
    select record.id, record.local_id, record.content
    from source_record as record
    join source_record_check as checked on checked.source_record_id = record.id
    where record.organisation_id = ${organisationId} and record.local_id > ${after} and ${fault} = any(checked.faults)
    order by record.local_id
    limit ${FAULTY_SHOWN_MAX}`.execute(tx.db)
  const today = dayOf(tx.now)
  return rows.map(({ id, localId, content }) => ({
    localIds: [localId],
    recordIds: [id],
    isMended: !faultsOf(content, today).some(one => one === fault),
  }))
}

async function sharing(tx: Tx, organisationId: string, after: string): Promise<Found[]> {
  const { rows } = await sql<{ localIds: string[]; recordIds: string[] }>`
    select array_agg(local_id order by local_id) as local_ids, array_agg(id) as record_ids
    from source_record
    where organisation_id = ${organisationId} and nhs_number is not null
    group by nhs_number
    having count(*) > 1 and min(local_id) > ${after}
    order by min(local_id)
    limit ${FAULTY_SHOWN_MAX}`.execute(tx.db)
  return rows.map(row => ({ ...row, isMended: false }))
}

async function peopleOf(tx: Tx, recordIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from person_link_now where source_record_id = any(${recordIds}::uuid[])`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

function entryOf(officer: WorkerActor, personId: string) {
  return {
    actor: officer,
    personId,
    purpose: 'service-planning',
    doing: 'list',
    place: 'quality',
    allowed: true,
    released: [],
    failed: [],
  } as const
}
