import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'

/** The letter among what is hidden: it is asked for by its id. */
export const HIDDEN_LETTER = idFor('hidden letter')

const MAIR = personId('mair-pritchard')
const BOARD = seedId.organisation('bwrdd-iechyd')
const AT = '2026-11-22T08:30:00Z'

/** A letter, a report and an appointment of Mair's, of a class that is open to nobody but her; and then another. */
export function hiddenResults(dataClass: string) {
  return { seenBy: ['mair-pritchard'], add: (store: Store) => addResults(store, dataClass), alter: alterResults }
}

async function addResults({ db }: Store, dataClass: string): Promise<void> {
  for (const { id, type, key, content } of told('X')) {
    await sql`
      insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
      select ${id}::uuid, ${type}, 1, link.source_record_id, ${BOARD}::uuid, ${dataClass}, ${key}, ${content}::jsonb, ${AT}::timestamptz
      from person_link_now as link join source_record as record on record.id = link.source_record_id
      where link.person_id = ${MAIR} and record.organisation_id = ${BOARD} limit 1`.execute(db)
  }
}

async function alterResults({ db }: Store): Promise<void> {
  for (const { id, content } of told('Another')) {
    await sql`update resource set version = 2, content = ${content}::jsonb where id = ${id}`.execute(db)
  }
}

function told(text: string) {
  const letter = { status: 'current', description: text, content: [] }
  const report = { status: 'final', code: { text } }
  const visit = { status: 'booked', start: '2099-01-01T10:00:00Z', participant: [], comment: text }
  return [
    one(HIDDEN_LETTER, 'DocumentReference', 'document/H', letter),
    one(idFor('hidden report'), 'DiagnosticReport', 'report/H', report),
    one(idFor('hidden appointment'), 'Appointment', 'appointment/H', visit),
  ]
}

function one(id: string, resourceType: string, key: string, rest: object) {
  return { id, type: resourceType, key, content: JSON.stringify({ resourceType, id, ...rest }) }
}
