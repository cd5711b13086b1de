import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId } from '#test/kit.ts'

/** A diagnosis of Mair's that is hidden, and a stay of hers that is seen and refers to it: in both worlds, to the same id. */
export const HIDDEN_CONDITION = idFor('hidden condition')
/** The stay; within it what is hidden, and within that again a visit that is seen. */
export const STAY = idFor('a stay that refers to what is hidden')
const HIDDEN_PART = idFor('hidden part of a stay')
const VISIT = idFor('a visit that is part of what is hidden')

/** A document that is seen and refers to what is hidden too. */
export const SEEN_COMPOSITION = idFor('a composition that refers to what is hidden')

/** A list of hers that is hidden, and in which the stay is. */
export const HIDDEN_LIST = idFor('hidden list')

/** A form that everybody sees, and her answers, which are hidden. */
const FORM = idFor('a form that was answered')
const HIDDEN_ANSWERS = idFor('hidden answers')
const ADDRESS = 'https://cydofal.example/Questionnaire/sut-ydych-chi'

const MAIR = personId('mair-pritchard')
const BOARD = seedId.organisation('bwrdd-iechyd')
const AT = '2026-11-22T08:30:00Z'

/** Whatever a search could go along to what is hidden: to it, from it, beside it. */
export function hiddenSearched(dataClass: string) {
  return {
    seenBy: ['mair-pritchard'],
    async add({ db }: Store) {
      await addSeen(db)
      await addResource(db, HIDDEN_CONDITION, 'Condition', dataClass, condition('hidden-code', '2026-01-01'))
      await addResource(db, HIDDEN_PART, 'Encounter', dataClass, { ...FINISHED, ...partOf(STAY) })
      const entry = [{ item: { reference: `Encounter/${STAY}` } }]
      await addResource(db, HIDDEN_LIST, 'List', dataClass, { status: 'current', mode: 'working', entry })
      const answers = { status: 'completed', questionnaire: `${ADDRESS}|1` }
      await addResource(db, HIDDEN_ANSWERS, 'QuestionnaireResponse', dataClass, answers)
    },
    instead: ({ db }: Store) => addSeen(db),
    alter: ({ db }: Store) =>
      sql`
      update resource set content = content || ${JSON.stringify({ recordedDate: '1999-01-01' })}::jsonb
      where id = ${HIDDEN_CONDITION}`.execute(db),
  }
}

function condition(code: string, recordedDate: string) {
  return { code: { coding: [{ code }], text: 'Cudd' }, recordedDate }
}

const FINISHED = { status: 'finished', class: { code: 'AMB' } }

async function addSeen(db: Store['db']): Promise<void> {
  const condition = { reference: `Condition/${HIDDEN_CONDITION}` }
  const composition = { status: 'final', title: 'Gofal', section: [{ title: 'Gofal', entry: [condition] }] }
  await addResource(db, SEEN_COMPOSITION, 'Composition', 'hospital-care', composition)
  const diagnosis = [{ condition }]
  await addResource(db, STAY, 'Encounter', 'hospital-care', { ...FINISHED, diagnosis })
  await addResource(db, VISIT, 'Encounter', 'hospital-care', { ...FINISHED, ...partOf(HIDDEN_PART) })
  const content = { resourceType: 'Questionnaire', id: FORM, url: ADDRESS, version: '1', status: 'active' }
  await sql`
    insert into resource (id, type, version, contributor_id, data_class, business_key, content, recorded_at)
    values (${FORM}::uuid, 'Questionnaire', 1, ${BOARD}::uuid, 'directory', 'searched/Questionnaire',
            ${JSON.stringify(content)}::jsonb, ${AT}::timestamptz)`.execute(db)
}

function partOf(id: string) {
  return { partOf: { reference: `Encounter/${id}` } }
}

/** A resource in the hospital's record of Mair, which it is about. */
function addResource(db: Store['db'], id: string, type: string, dataClass: string, rest: object): Promise<unknown> {
  const content = JSON.stringify({ resourceType: type, id, ...rest })
  return sql`
    with kept as (
    insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
    select ${id}::uuid, ${type}, 1, record.id, ${BOARD}::uuid, ${dataClass}, ${`searched/${id}`},
           ${content}::jsonb || jsonb_build_object('subject', jsonb_build_object('reference', 'Patient/' || record.id)), ${AT}::timestamptz
    from person_link_now as link join source_record as record on record.id = link.source_record_id
    where link.person_id = ${MAIR} and record.organisation_id = ${BOARD}
    order by record.arrival limit 1
    returning *)
    insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, written_by)
    select id, source_record_id, version, data_class, content, recorded_at, 'GHPAS' from kept`.execute(db)
}
