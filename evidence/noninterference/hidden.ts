import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId } from '#test/kit.ts'
import { hiddenCaring, hiddenConfidence } from './hidden-confidence.ts'
import { addLooks } from './hidden-looks.ts'
import { HIDDEN_LETTER, hiddenResults } from './hidden-results.ts'
import { hiddenSearched } from './hidden-searched.ts'
import { HIDDEN_EXPORT, HIDDEN_IMPORT, hiddenSystems } from './hidden-systems.ts'

/** A class of Mair's that no clause of the region names and that she chose for nobody: nobody but her may know of it. */
const CLASS = 'sexual-health'
const MAIR = personId('mair-pritchard')
const OWEN = personId('owen-griffiths')
const BOARD = seedId.organisation('bwrdd-iechyd')
const COUNCIL = seedId.organisation('cyngor-dyffryn-banadl')
const LANDLORD = seedId.organisation('cartrefi-gwennol')
const AT = '2026-11-22T08:30:00Z'

/** Ids of what is hidden, which is in one world alone and is asked for in both. */
export const HIDDEN = {
  person: idFor('hidden person'),
  record: idFor('hidden record'),
  otherPerson: idFor('hidden person, from another organisation'),
  otherRecord: idFor('hidden record of another organisation'),
  link: idFor('hidden link'),
  item: idFor('hidden item'),
  part: idFor('hidden part of a goal that is seen'),
  proposal: idFor('hidden proposal'),
  resource: idFor('hidden resource'),
  document: HIDDEN_LETTER,
  notice: idFor('hidden notice'),
  moved: idFor('hidden notice of a move'),
  version: idFor('hidden notice of a version of a plan'),
  taken: idFor('a notice that is seen, and whose receipts are not'),
  message: idFor('hidden message'),
  look: idFor('hidden look'),
  question: idFor('hidden question'),
  wish: idFor('hidden wish'),
  tie: idFor('hidden tie'),
  imported: HIDDEN_IMPORT,
  exported: HIDDEN_EXPORT,
} as const

/** Something that is hidden, and from whom it is not: whose it is, who works with them, and who counts it. */
interface Hiding {
  readonly seenBy: readonly string[]
  add(store: Store): Promise<unknown>
  /** What stands in the one world in its place, where it may be seen that there is something, but not what. */
  instead?(store: Store): Promise<unknown>
  /** Makes it another, or none, where that can be. */
  alter?(store: Store): Promise<unknown>
  remove?(store: Store): Promise<unknown>
}

const patient = (given: string) =>
  JSON.stringify({
    resourceType: 'Patient',
    name: [{ use: 'official', text: `${given} Pritchard`, family: 'Pritchard', given: [given] }],
    birthDate: '1942-03-17',
  })
const spell = (reason: string) =>
  JSON.stringify({
    resourceType: 'Encounter',
    id: HIDDEN.resource,
    status: 'in-progress',
    reasonCode: [{ text: reason }],
  })

/** Everything that is hidden, one kind after another. In an order in which each may rest on those before it. */
export const HIDINGS: Readonly<Record<string, Hiding>> = {
  'somebody of the same name and birth date': {
    seenBy: [],
    add: ({ db }) =>
      sql`
      with born as (insert into person select * from unnest(${[HIDDEN.person, HIDDEN.otherPerson]}::uuid[], array[${AT}, ${AT}]::timestamptz[])),
      held as (
        insert into source_record (id, organisation_id, local_id, version, content, nhs_number_verified, birth_date, family_key, home_person_id)
        values (${HIDDEN.record}, ${BOARD}, 'H-HIDDEN', 1, ${patient('Mair')}, false, '1942-03-17', 'pritchard', ${HIDDEN.person}),
               (${HIDDEN.otherRecord}, ${COUNCIL}, 'C-HIDDEN', 1, ${patient('Mair')}, false, '1942-03-17', 'pritchard', ${HIDDEN.otherPerson})
        returning id),
      version as (insert into source_record_version select id, 1, ${patient('Mair')}, ${AT} from held)
      insert into record_link (id, record_a, record_b, decided_by, reason, explanation, started_at)
      select ${HIDDEN.link}, min(id::text)::uuid, max(id::text)::uuid, 'region', 'match.knownFromTheStart', '{}', ${AT}
      from held`
        .execute(db)
        .then(() => nowIs(db, HIDDEN.person)),
    alter: ({ db }) =>
      sql`
      with version as (insert into source_record_version values (${HIDDEN.record}, 2, ${patient('Mairwen')}, ${AT}))
      update source_record set version = 2, content = ${patient('Mairwen')} where id = ${HIDDEN.record}`.execute(db),
    remove: ({ db }) =>
      sql`
      insert into record_link_end (record_link_id, decided_by, reason, ended_at)
      values (${HIDDEN.link}, 'region', 'match.notTheSame', ${AT})`
        .execute(db)
        .then(() => nowIs(db, HIDDEN.otherPerson)),
  },
  'a tie that opens nothing': {
    seenBy: [],
    add: ({ db }) =>
      sql`
      insert into relationship (id, kind, person_id, account_id, source, started_at)
      select gen_random_uuid(), 'family', ${HIDDEN.person}::uuid, account.id, 'person-chose', ${AT}::timestamptz
      from account where account.id = any(${CALLERS}::uuid[])`.execute(db),
    remove: ({ db }) =>
      sql`
      insert into relationship_end select id, 'person-chose', ${AT}::timestamptz from relationship where person_id = ${HIDDEN.person}`.execute(
        db,
      ),
  },
  'a stay of a class that is open to nobody': {
    seenBy: ['mair-pritchard'],
    add: ({ db }) =>
      sql`
      with stay as (
        insert into resource (id, type, version, source_record_id, contributor_id, data_class, business_key, content, recorded_at)
        select ${HIDDEN.resource}::uuid, 'Encounter', 1, link.source_record_id, ${BOARD}::uuid, ${CLASS}, 'V-HIDDEN', ${spell('X')}::jsonb, ${AT}::timestamptz
        from person_link_now as link join source_record as record on record.id = link.source_record_id
        where link.person_id = ${MAIR} and record.organisation_id = ${BOARD} limit 1
        returning id, source_record_id),
      kept as (
        insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, written_by)
        select id, source_record_id, 1, ${CLASS}, ${spell('X')}::jsonb, ${AT}::timestamptz, 'PAS' from stay)
      insert into notice (id, kind, source_record_id, resource_id, happened_at, recorded_at)
      select ${HIDDEN.notice}::uuid, 'admitted', source_record_id, id, ${AT}::timestamptz, ${AT}::timestamptz from stay`.execute(
        db,
      ),
    alter: ({ db }) =>
      sql`
      with kept as (
        insert into resource_version (resource_id, source_record_id, version, data_class, content, recorded_at, written_by)
        select id, source_record_id, 2, ${CLASS}, ${spell('Another')}, ${AT}, 'PAS' from resource where id = ${HIDDEN.resource})
      update resource set version = 2, content = ${spell('Another')} where id = ${HIDDEN.resource}`.execute(db),
  },
  'a letter, a report and an appointment of a class that is open to nobody': hiddenResults(CLASS),
  'a diagnosis of a class that is open to nobody, of a stay that is seen': hiddenSearched(CLASS),
  'a move of somebody whose address is kept back': {
    seenBy: ['mair-pritchard'],
    add: ({ db }) =>
      sql`
      insert into notice (id, kind, source_record_id, source_record_version, contributor_id, data_class, happened_at, recorded_at)
      select ${HIDDEN.moved}::uuid, 'moved-home', record.id, record.version, record.organisation_id, 'protected-address',
             ${AT}::timestamptz, ${AT}::timestamptz
      from person_link_now as link join source_record as record on record.id = link.source_record_id
      where link.person_id = ${MAIR} and record.organisation_id = ${LANDLORD}`.execute(db),
  },
  'which team elsewhere has taken a notice': {
    seenBy: ['sioned-evans', 'dewi-prosser'],
    add: ({ db }) =>
      addSeenNotice(db).then(() =>
        sql`
        insert into notice_receipt (notice_id, account_id, received_at)
        values (${HIDDEN.taken}, ${actorOf('marc-bennett').accountId}, ${AT})`.execute(db),
      ),
    instead: ({ db }) => addSeenNotice(db),
  },
  'a new version of a part of a plan that is open to nobody': {
    seenBy: ['mair-pritchard'],
    add: ({ db }) =>
      sql`
      insert into notice (id, kind, plan_id, contributor_id, data_class, made_by, happened_at, recorded_at)
      select ${HIDDEN.version}::uuid, 'plan-version', id, ${BOARD}::uuid, ${CLASS}, ${actorOf('marc-bennett').accountId}::uuid,
             ${AT}::timestamptz, ${AT}::timestamptz
      from plan where person_id = ${MAIR}`.execute(db),
  },
  'items of a plan, with proposals and stances': {
    seenBy: ['mair-pritchard'],
    add: ({ db }) =>
      sql`
      with mairs as (select id from plan where person_id = ${MAIR}),
      goal as (
        select item.id from plan_item as item join mairs on mairs.id = item.plan_id
        where item.kind = 'goal' order by item.place desc limit 1),
      items as (
        insert into plan_item (id, plan_id, kind, part_of, owner_id, data_class, place)
        select ${HIDDEN.item}::uuid, id, 'goal', null::uuid, ${BOARD}::uuid, ${CLASS}, 0 from mairs
        union all select ${HIDDEN.part}::uuid, mairs.id, 'action', goal.id, ${BOARD}::uuid, ${CLASS}, 1 from mairs, goal
        union all select md5('part ' || one)::uuid, mairs.id, 'action', goal.id, ${BOARD}::uuid, ${CLASS}, 1
                  from mairs, goal, generate_series(1, 4) as one
        returning id),
      versions as (
        insert into plan_item_version (plan_item_id, version, words, language, written_by_name, written_at)
        select id, one, 'Nid yw hyn i’w weld ' || one, 'cy', 'PAS', ${AT}::timestamptz from items, generate_series(1, 3) as one
        returning plan_item_id),
      offered as (
        insert into plan_proposal (id, plan_item_id, version, words, language, proposed_by, proposed_by_name, proposed_at)
        select ${HIDDEN.proposal}::uuid, ${HIDDEN.item}::uuid, 1, 'Geiriau eraill', 'cy', id, name, ${AT}::timestamptz
        from account where id = ${actorOf('marc-bennett').accountId} returning id)
      insert into plan_stance (id, plan_item_id, version, agrees, words, taken_by, taken_by_name, taken_at)
      select gen_random_uuid(), ${HIDDEN.item}::uuid, 3, false, 'Na', id, name, ${AT}::timestamptz
      from account where id = ${actorOf('marc-bennett').accountId}`.execute(db),
    alter: ({ db }) =>
      sql`
      insert into plan_item_version (plan_item_id, version, words, language, written_by_name, written_at)
      values (${HIDDEN.item}, 4, 'Geiriau newydd', 'en', 'PAS', ${AT})`.execute(db),
  },
  'wishes about others': {
    seenBy: ['mair-pritchard', 'owen-griffiths'],
    add: ({ db }) =>
      sql`
      insert into wish (id, person_id, kind, account_id, data_classes, words, made_by, made_at)
      values (${HIDDEN.wish}, ${MAIR}, 'refuse', ${actorOf('marc-bennett').accountId}, ${[CLASS]}, 'Na', ${actorOf('mair-pritchard').accountId}, ${AT}),
             (${idFor('another hidden wish')}, ${OWEN}, 'allow', ${actorOf('marc-bennett').accountId}, ${['plan']}, 'Iawn', ${actorOf('owen-griffiths').accountId}, ${AT})`.execute(
        db,
      ),
    remove: ({ db }) =>
      sql`
      insert into wish_end (wish_id, person_id, ended_by, ended_at)
      values (${HIDDEN.wish}, ${MAIR}, ${actorOf('mair-pritchard').accountId}, ${AT})`.execute(db),
  },
  'a match that nobody has decided': {
    seenBy: [],
    add: ({ db }) =>
      sql`
      with task as (
        insert into review_task (id, source_record_id, reason, owner_team_id, raised_at, due_at)
        select gen_random_uuid(), ${HIDDEN.record}::uuid, 'match.numberNotVerified', id, ${AT}::timestamptz,
               ${AT}::timestamptz + interval '2 days'
        from team where organisation_id = ${COUNCIL} order by code limit 1
        returning id
      )
      insert into review_candidate (id, review_task_id, source_record_id, reason, raised_at)
      select gen_random_uuid(), task.id, record.id, 'match.numberNotVerified', ${AT}::timestamptz
      from task, source_record as record where record.home_person_id = ${MAIR}`.execute(db),
  },
  'looks of others at others': {
    seenBy: ['owen-griffiths'],
    add: ({ db }) => addLooks(db, OWEN, HIDDEN.look, 40),
    alter: ({ db }) => addLooks(db, OWEN, idFor('more looks'), 60),
  },
  'looks of others at Mair': {
    seenBy: ['mair-pritchard'],
    add: ({ db }) => addLooks(db, MAIR, idFor('a look at Mair'), 7),
  },
  'which message of another body’s waits': {
    seenBy: [],
    add: ({ db }) => addMessage(db, HIDDEN.message),
    instead: ({ db }) => addMessage(db, idFor('a message of the one world')),
  },
  'an attorney, a finding and an emergency of somebody else': {
    seenBy: ['owen-griffiths', 'sioned-evans', 'alun-meredith'],
    add: async ({ db }) => {
      const { accountId } = actorOf('marc-bennett')
      await sql`insert into representative (id, person_id, account_id, kind, acts, reference, registered_on, source, recorded_by_name, started_at)
        values (gen_random_uuid(), ${OWEN}, ${accountId}, 'health-attorney', 'alone', 'R1', '2026-01-01', 'register', 'PAS', ${AT})`.execute(
        db,
      )
      await sql`insert into capacity_finding (id, person_id, decision, has_capacity, evidence, found_by, found_by_name, review_on, found_at)
        values (gen_random_uuid(), ${OWEN}, 'health-and-care', false, 'E', ${accountId}, 'M', '2026-12-01', ${AT})`.execute(
        db,
      )
      await sql`insert into emergency_access (id, person_id, account_id, organisation_id, actor_name, role, category, words, data_classes, is_sensitive, opened_at, closes_at)
        values (gen_random_uuid(), ${OWEN}, ${accountId}, ${COUNCIL}, 'M', 'social-worker', 'risk', 'W', ${['plan']}, false, ${AT}, ${AT}::timestamptz + interval '1 hour')`.execute(
        db,
      )
    },
  },
  'what a carer says in confidence': hiddenConfidence,
  'whom a carer looks after': hiddenCaring,
  'what another system does at once, and how somebody else’s app calls a request': hiddenSystems,
  'what somebody else has asked about a look': {
    seenBy: ['meinir-ellis', 'owen-griffiths'],
    add: ({ db }) =>
      sql`
      insert into look_question (id, trail_entry_id, person_id, team_id, words, language, asked_by, asked_by_name, asked_at, answer_by)
      select ${HIDDEN.question}::uuid, ${HIDDEN.look}::uuid, ${OWEN}::uuid, team.id, 'Pam?', 'cy', ${actorOf('owen-griffiths').accountId}::uuid, 'Owen', ${AT}::timestamptz, '2026-12-01'
      from team where organisation_id = ${COUNCIL} order by code limit 1`.execute(db),
  },
}

/** Those of whom it is tried that they learn nothing: the tie that opens nothing is with each of them. */
const CALLERS = ['sioned-evans', 'ffion-gittins', 'elin-pritchard', 'dewi-prosser', 'catrin-morgan'].map(
  key => actorOf(key).accountId,
)

function nowIs(db: Store['db'], person: string) {
  return sql`update person_now set person_id = ${person} where id = ${HIDDEN.otherPerson}`.execute(db)
}

function addMessage(db: Store['db'], id: string) {
  return sql`
    with arrived as (
      insert into message (id, sender_id, type, control_id, received_at, received_from, raw, content_hash)
      select ${id}::uuid, null::uuid, 'ADT^A01', 'HIDDEN-1', ${AT}::timestamptz, '127.0.0.1', '\\x4d5348', 'hidden' returning id)
    insert into message_outcome (id, message_id, outcome, reason, owner_team_id, decided_at)
    select md5(arrived.id::text)::uuid, arrived.id, 'quarantined', 'sender-unknown', team.id, ${AT}::timestamptz
    from arrived, (select id from team where organisation_id = ${COUNCIL} order by code limit 1) as team`.execute(db)
}

/** Of the council's record of Mair, so that whoever reads that is shown it in both worlds. */
function addSeenNotice(db: Store['db']) {
  return sql`
    insert into notice (id, kind, source_record_id, source_record_version, contributor_id, data_class, happened_at, recorded_at)
    select ${HIDDEN.taken}::uuid, 'changed-gp', record.id, record.version, record.organisation_id, 'demographics',
           ${AT}::timestamptz, ${AT}::timestamptz
    from person_link_now as link join source_record as record on record.id = link.source_record_id
    where link.person_id = ${MAIR} and record.organisation_id = ${COUNCIL}`.execute(db)
}
