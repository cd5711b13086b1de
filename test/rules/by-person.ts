import type pg from 'pg'

/** What a person has many of, or what is read by itself: its rows bear the person in a column of their own. */
export const MANY: readonly string[] = [
  'index_date',
  'index_quantity',
  'index_reference',
  'index_string',
  'index_token',
  'index_uri',
  'notice',
  'record_key',
  'record_standard',
  'relationship',
  'resource',
  'resource_version',
  'source_record',
  'source_record_version',
  'told_last',
  'trail_entry',
]

/** Tables whose rows lead to no one person, neither by a column nor by what they hang on, each beside the reason. */
const NOT_BY_PERSON: Readonly<Record<string, readonly string[]>> = {
  'about the region, who works in it and who signs in: the same wherever it is read': [
    'account',
    'app',
    'app_step',
    'institution',
    'institution_end',
    'language_skill',
    'mail_choice',
    'mail_code',
    'mail_try',
    'organisation',
    'organisation_phone',
    'post',
    'post_end',
    'privacy_team',
    'team',
    'work_phone',
    'worker_photograph',
  ],
  'what organisations have agreed': [
    'agreement',
    'agreement_draft',
    'agreement_draft_entry',
    'agreement_draft_version',
    'agreement_end',
    'agreement_signature',
  ],
  'a session, or a visit, of somebody who may look at many people': ['app_held', 'held_form', 'session', 'signing_in'],
  'what a system asks, of everybody': [
    'bulk_export',
    'bulk_export_end',
    'bulk_import',
    'bulk_import_end',
    'fhir_request',
    'subscription',
    'subscription_end',
    'subscription_reached',
    'subscription_secret',
    'subscription_version',
  ],
  'of the systems that we hear and tell': [
    'destination',
    'destination_step',
    'destination_told',
    'sender',
    'sender_map',
    'sender_silence',
    'sender_silence_end',
  ],
  'as it came, before it is known whom it is about and whether it is about anybody: placed by its sender': [
    'bulk_import_line',
    'bulk_import_outcome',
    'file_drop',
    'file_drop_end',
    'file_drop_piece',
    'file_drop_row',
    'file_drop_start',
    'message',
    'message_escalation',
    'message_outcome',
    'message_replay',
    'message_replay_item',
    'message_taking',
  ],
  'told of a stay before it is known whose it is: placed by the contributor and the visit, as visit_now is': [
    'visit_event',
  ],
  'on its way to one destination, in the order of that destination, and placed by it': [
    'outgoing',
    'outgoing_answer',
    'outgoing_attempt',
    'outgoing_outcome',
    'outgoing_waiting',
  ],
  'of a team, which speaks of many people; each case names its person': [
    'meeting',
    'meeting_attendance',
    'meeting_note_taker',
  ],
  'of one of several parents, each of which names the person, and which one differs from row to row': [
    'assessment_reply',
    'collected_fact',
    'tie_claim',
  ],
  'about two numbers, whoever has them': ['superseded_number', 'superseded_number_end'],
  'figures of the whole, and of how records are matched': [
    'ledger_close',
    'ledger_tally',
    'matching_estimate',
    'matching_estimate_day',
    'matching_level',
    'matching_model',
    'matching_model_proposal',
    'matching_model_sign_off',
    'matching_shadow_run',
    'person_check',
    'source_quality_day',
  ],
  'one log for all, which names nobody: entries are bound by their commitments alone': [
    'trail_cosignature',
    'trail_erasure',
    'trail_head',
    'trail_leaf',
    'trail_secret',
    'trail_tile',
    'trail_unsealed',
    'trail_witness',
  ],
  'of the database itself': ['index_made', 'migration'],
}

const EXCUSED = new Set(Object.values(NOT_BY_PERSON).flat())

/** Each table, with the column by which its rows are placed, or the way to it over what they hang on; null where there is none. */
export async function placesOfTables(client: pg.Client): Promise<ReadonlyMap<string, string | null>> {
  const { rows: columns } = await client.query<{ name: string; column: string | null }>(OWN_COLUMN)
  const { rows: links } = await client.query<{ name: string; parent: string; by: string }>(PARENTS)
  const ways = new Map(columns.map(({ name, column }) => [name, column]))
  for (let found = 1; found > 0; ) {
    const open = links.filter(({ name, parent }) => ways.get(name) === null && typeof ways.get(parent) === 'string')
    for (const { name, parent, by } of open) ways.set(name, `${by} → ${parent}.${ways.get(parent)}`)
    found = open.length
  }
  return ways
}

/** What keeps the rows of a table from being placed by person: nothing, as it should be. */
export async function placeFaults(client: pg.Client): Promise<string[]> {
  const ways = await placesOfTables(client)
  return [...ways].flatMap(([name, way]) => {
    if (MANY.includes(name))
      return way === null || way.includes('→') ? [`${name} has no person in a column of its own`] : []
    if (way === null) return EXCUSED.has(name) ? [] : [`${name} leads to nobody, and does not say why`]
    return EXCUSED.has(name) ? [`${name} has a reason that it does not need: ${way}`] : []
  })
}

/** The person or the source record that a row names; of those two themselves, their id. */
const OWN_COLUMN = `
  select body.relname as name,
         (select held.attname from pg_attribute as held
          where held.attrelid = body.oid and held.attnum > 0 and not held.attisdropped
            and (held.attname in ('source_record_id', 'person_id')
              or held.attname = 'id' and body.relname in ('person', 'source_record')
              or exists (select from pg_constraint as link
                         where link.conrelid = body.oid and link.contype = 'f' and link.conkey = array[held.attnum]
                           and link.confrelid in ('person'::regclass, 'source_record'::regclass)))
          order by held.attname = 'source_record_id' desc, held.attname = 'person_id' desc, held.attnum
          limit 1) as column
  from pg_class as body
  where body.relnamespace = 'public'::regnamespace and body.relkind = 'r'
  order by body.relname`

/** What a row cannot be without: another row that it refers to. */
const PARENTS = `
  select body.relname as name, parent.relname as parent,
         (select string_agg(held.attname, ', ' order by held.attnum) from pg_attribute as held
          where held.attrelid = body.oid and held.attnum = any(link.conkey)) as by
  from pg_constraint as link
  join pg_class as body on body.oid = link.conrelid
  join pg_class as parent on parent.oid = link.confrelid
  where link.contype = 'f' and body.relnamespace = 'public'::regnamespace and body.oid <> parent.oid
    and not exists (select from pg_attribute as held
                    where held.attrelid = body.oid and held.attnum = any(link.conkey) and not held.attnotnull)
  order by body.relname, link.conname`
