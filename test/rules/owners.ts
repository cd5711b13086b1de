import { isForTests, type Source } from './sources.ts'

/** The one folder that writes each table. Others read it, through its functions where the rows are about a person. */
export const OWNERS: Readonly<Record<string, string>> = {
  account: 'seed',
  organisation: 'seed',
  post: 'seed',
  post_end: 'seed',
  team: 'seed',
  privacy_team: 'seed',
  sender: 'seed',
  sender_map: 'src/work/sender',
  sender_silence: 'src/work/sender',
  sender_silence_end: 'src/work/sender',
  person: 'src/record/person',
  person_account: 'seed',
  person_check: 'src/record/person',
  person_now: 'src/record/person',
  record_apart: 'src/record/person',
  record_apart_end: 'src/record/person',
  record_link: 'src/record/person',
  record_link_end: 'src/record/person',
  institution: 'src/record/person',
  institution_end: 'src/record/person',
  sensitive_mark: 'src/record/person',
  sensitive_mark_end: 'src/record/person',
  superseded_number: 'src/record/person',
  superseded_number_end: 'src/record/person',
  source_record: 'src/record/person',
  source_record_version: 'src/record/person',
  source_record_check: 'src/record/person',
  source_quality_day: 'src/record/person',
  matching_estimate_day: 'src/record/person',
  matching_estimate: 'src/record/person',
  matching_audit: 'src/record/person',
  matching_level: 'src/record/person',
  matching_model: 'src/record/person',
  matching_model_proposal: 'src/record/person',
  matching_model_sign_off: 'src/record/person',
  matching_shadow_run: 'src/record/person',
  matching_shadow_pair: 'src/record/person',
  record_key: 'src/record/person',
  record_standard: 'src/record/person',
  record_doubt: 'src/work/identity',
  review_candidate: 'src/record/person',
  review_decision: 'src/work/identity',
  review_effect: 'src/work/identity',
  review_second: 'src/work/identity',
  review_taking: 'src/work/identity',
  review_task: 'src/record/person',
  agreement: 'src/record/sharing',
  agreement_signature: 'src/record/sharing',
  agreement_draft: 'src/record/sharing',
  agreement_draft_entry: 'src/record/sharing',
  agreement_draft_version: 'src/record/sharing',
  agreement_end: 'src/record/sharing',
  advance_decision: 'src/record/sharing',
  advance_decision_end: 'src/record/sharing',
  advance_statement: 'src/record/sharing',
  invitation: 'src/record/sharing',
  invitation_answer: 'src/record/sharing',
  invitation_entry: 'src/record/sharing',
  tie_claim: 'src/record/sharing',
  representative: 'src/record/sharing',
  representative_end: 'src/record/sharing',
  capacity_finding: 'src/record/sharing',
  emergency_access: 'src/record/sharing',
  emergency_access_end: 'src/record/sharing',
  emergency_lack: 'src/record/sharing',
  emergency_notice: 'src/record/sharing',
  emergency_notice_read: 'src/record/sharing',
  emergency_review_task: 'src/record/sharing',
  emergency_review: 'src/record/sharing',
  emergency_ceiling_task: 'src/record/sharing',
  emergency_ceiling_answer: 'src/record/sharing',
  relationship: 'src/record/sharing',
  relationship_end: 'src/record/sharing',
  trail_cosignature: 'src/record/sharing',
  trail_deferral: 'src/record/sharing',
  trail_deferral_end: 'src/record/sharing',
  trail_entry: 'src/record/sharing',
  trail_erasure: 'schema',
  trail_head: 'src/record/sharing',
  trail_leaf: 'src/record/sharing',
  trail_secret: 'schema',
  trail_tile: 'src/record/sharing',
  trail_unsealed: 'src/record/sharing',
  trail_witness: 'src/record/sharing',
  wish: 'src/record/sharing',
  wish_end: 'src/record/sharing',
  resource: 'src/record/chart',
  resource_version: 'src/record/chart',
  hand_over: 'src/work/hand-over',
  hand_over_answer: 'src/work/hand-over',
  hand_over_escalation: 'src/work/hand-over',
  hand_over_seen: 'src/work/hand-over',
  notice: 'src/work/notice',
  notice_receipt: 'src/work/notice',
  destination: 'src/work/outbox',
  destination_step: 'src/work/outbox',
  outgoing: 'src/work/outbox',
  outgoing_answer: 'src/work/outbox',
  outgoing_attempt: 'src/work/outbox',
  outgoing_outcome: 'src/work/outbox',
  outgoing_waiting: 'src/work/outbox',
  plan: 'src/work/plan',
  plan_item: 'src/work/plan',
  plan_item_version: 'src/work/plan',
  plan_proposal: 'src/work/plan',
  plan_proposal_answer: 'src/work/plan',
  plan_stance: 'src/work/plan',
  look_inquiry: 'src/work/privacy',
  look_question: 'src/work/privacy',
  look_question_answer: 'src/work/privacy',
  file_drop: 'src/work/drop',
  file_drop_end: 'src/work/drop',
  file_drop_piece: 'src/work/drop',
  file_drop_row: 'src/work/drop',
  file_drop_start: 'src/work/drop',
  visit_event: 'src/door/feeds',
  visit_now: 'src/door/feeds',
  told_last: 'src/door/feeds',
  message: 'src/door/feeds',
  message_outcome: 'src/door/feeds',
  message_replay: 'src/door/feeds',
  message_replay_item: 'src/door/feeds',
  held_form: 'src/door/signin',
  session: 'src/door/signin',
  signing_in: 'src/door/signin',
  migration: 'src/ground/db',
}

/** The only writing in another's table, each with the reason. */
const LEAVE: Readonly<Record<string, string>> = {
  'src/door/signin/session-trail.ts trail_entry':
    'signing in or out and changing posts is in the trail, and is no look',
}

/** Where a file writes a table that another folder owns. The seed writes every table: it plants an empty database. */
export function foreignWrites({ path, text }: Source): string[] {
  if (path.startsWith('seed/') || isForTests(path)) return []
  const written = new Set([...text.matchAll(WRITES)].map(({ groups }) => snake(groups?.built ?? groups?.spelled ?? '')))
  return [...written].flatMap(table => {
    const owner = OWNERS[table]
    if (owner === undefined) return [`${path} writes ${table}, which nobody owns`]
    return path.startsWith(`${owner}/`) || `${path} ${table}` in LEAVE
      ? []
      : [`${path} writes ${table}, which ${owner} owns`]
  })
}

/** By Kysely's builder, or in SQL of our own, which is in lower case. */
const WRITES =
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\('(?<built>\w+)|\b(?:insert into|delete from|merge into|update) (?<spelled>[a-z_]+)(?= (?:set|as|where|\(|using|values|select)|\b\()/g

function snake(name: string): string {
  return name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
