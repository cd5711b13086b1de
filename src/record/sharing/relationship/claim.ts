import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { CHECKS } from '../decision/checks/index.ts'
import { NOTHING_HELD } from '../decision/facts.ts'
import { loadAgreements } from '../decision/load-agreements.ts'
import { purposeOf } from '../decision/purpose.ts'
import { writeTrail } from '../trail/write.ts'
import { AGREED_RELATIONSHIPS, DATA_CLASSES, type RelationshipKind, TIES_NOBODY_CLAIMS } from '../vocabulary.ts'
import { announceSharing } from '../wish/wish.ts'
import { beginRelationship } from './relationship.ts'

/** How long a tie holds that a worker says there is, days. By then their own system should say so. */
export const CLAIM_DAYS = 14
/** How many ties one worker may claim in a day: enough to start a shift, too few to look for somebody. */
export const CLAIMS_A_DAY_MAX = 5
/** The longest reason, characters. */
export const CLAIM_REASON_LENGTH_MAX = 500

/** A tie as a worker says it is: with whoever has this number and was born on this day. */
export interface NewClaim {
  readonly nhsNumber: NhsNumber
  /** ISO 8601. */
  readonly birthDate: string
  readonly kind: RelationshipKind
  readonly reason: string
  /** Made by the form. The same form sent again is the same claim. */
  readonly key: string
}

export type ClaimProblem =
  | 'claim.notForYourJob'
  | 'claim.kindMissing'
  | 'claim.reasonMissing'
  | 'claim.reasonTooLong'
  | 'claim.tooMany'

/**
 * The ties that somebody in this job may claim: those that a clause in force asks of them. A ward is not among them,
 * because only the hospital's own message says that somebody is in hospital; nor is the comparing of records, which
 * begins when a task is taken. None for a job that no clause serves.
 */
export async function claimableTies(tx: Tx, by: WorkerActor): Promise<RelationshipKind[]> {
  const agreements = await loadAgreements(tx)
  const facts = { ...NOTHING_HELD, today: dayOf(tx.now), minute: 0, agreements }
  const request = {
    actor: by,
    purpose: purposeOf(by, facts),
    action: 'read',
    contributor: '',
    dataClass: DATA_CLASSES[0],
  } as const
  const kinds = new Set<string>()
  for (const agreement of agreements)
    for (const rule of agreement.rules)
      if (SERVES.every(check => check({ request, facts, agreement, rule })))
        for (const kind of rule.relationships) kinds.add(kind)
  const nobodys: readonly RelationshipKind[] = TIES_NOBODY_CLAIMS
  return AGREED_RELATIONSHIPS.filter(kind => !nobodys.includes(kind) && kinds.has(kind))
}

/** Whether a clause serves a job at all, whoever the person is. */
const SERVES = [
  CHECKS['agreement-is-current'],
  CHECKS['every-party-has-signed'],
  CHECKS['organisation-receives'],
  CHECKS['role-is-covered'],
  CHECKS['purpose-is-covered'],
]

/**
 * Notes that a worker says they work with somebody. If there is exactly one person of that number and birth date there
 * is a tie from now on, for CLAIM_DAYS; the person reads of it, and the privacy officer of the worker's organisation has
 * an alert. The answer is the same whether there is such a person or not. Run it in turn.
 */
export async function claimTie(tx: Tx, by: WorkerActor, claim: NewClaim): Promise<Outcome<undefined, ClaimProblem>> {
  const kinds = await claimableTies(tx, by)
  if (kinds.length === 0) return refused('claim.notForYourJob')
  if (!kinds.includes(claim.kind)) return refused('claim.kindMissing')
  const reason = claim.reason.trim()
  if (reason === '') return refused('claim.reasonMissing')
  if (reason.length > CLAIM_REASON_LENGTH_MAX) return refused('claim.reasonTooLong')
  await holdAlone(tx, `claims of ${by.accountId}`)
  const today = await claimsToday(tx, by.accountId)
  if (today.includes(claim.key)) return done(undefined)
  if (today.length >= CLAIMS_A_DAY_MAX) return refused('claim.tooMany')
  await note(tx, by, { ...claim, reason }, await findPerson(tx, claim))
  return done(undefined)
}

async function note(tx: Tx, by: WorkerActor, claim: NewClaim, personId: string | undefined): Promise<void> {
  const { accountId, name: accountName, organisationId, role } = by
  const { kind, reason, key: formKey } = claim
  const endsAt = new Date(tx.now.getTime() + CLAIM_DAYS * 24 * 3_600_000)
  const tie = { kind, with: { accountId }, source: 'self-claimed', endsAt } as const
  const relationshipId = personId === undefined ? null : await beginRelationship(tx, { personId }, tie)
  await tx.db
    .insertInto('tieClaim')
    .values({
      id: tx.newId(),
      relationshipId,
      accountId,
      accountName,
      organisationId,
      role,
      kind,
      reason,
      formKey,
      claimedAt: tx.now,
    })
    .execute()
  const purpose = purposeOf(by, { ...NOTHING_HELD, today: dayOf(tx.now), minute: 0, agreements: [] })
  await writeTrail(tx, [
    {
      actor: by,
      // An id that belongs to nobody: the entry then stands under the worker alone.
      personId: personId ?? tx.newId(),
      purpose,
      doing: 'write',
      place: 'claim',
      allowed: true,
      released: [],
      failed: [],
    },
  ])
  if (personId !== undefined) await announceSharing(tx, personId)
}

async function claimsToday(tx: Tx, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ formKey: string }>`
    select form_key from tie_claim
    where account_id = ${accountId}
      and (claimed_at at time zone 'Europe/London')::date = ${dayOf(tx.now)}::date`.execute(tx.db)
  return rows.map(({ formKey }) => formKey)
}

/** The one person who has this number, verified by somebody, and this birth date; nobody when there are several. */
async function findPerson(tx: Tx, { nhsNumber, birthDate }: NewClaim): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select distinct numbered.person_id
    from person_link_now as numbered
    join source_record as record on record.id = numbered.source_record_id
    where record.nhs_number = ${nhsNumber} and record.nhs_number_verified
      and exists (
        select from person_link_now as dated
        join source_record as other on other.id = dated.source_record_id
        where dated.person_id = numbered.person_id and other.birth_date = ${birthDate}::date)`.execute(tx.db)
  return rows.length === 1 ? rows[0]?.personId : undefined
}

/** An alert about a tie that a worker says there is, for the privacy officer of their organisation. */
export interface TieClaim {
  readonly id: string
  readonly who: string
  readonly role: string
  readonly kind: RelationshipKind
  readonly reason: string
  readonly claimedAt: Date
  /** Undefined when nobody had that number and birth date. */
  readonly personId: string | undefined
  readonly until: Date | undefined
}

/** How many alerts are told at most; the latest go first. */
const CLAIMS_TOLD_MAX = 100

/** The ties that workers of these organisations have claimed, the latest first. It names nobody but the workers. */
export async function claimedTies(tx: Tx, organisationIds: readonly string[]): Promise<TieClaim[]> {
  const { rows } = await sql<TieClaim & { personId: string | null; until: Date | null }>`
    select claim.id, claim.account_name as who, claim.role, claim.kind, claim.reason, claim.claimed_at,
           tie.person_id, tie.ends_at as until
    from tie_claim as claim
    left join relationship as tie on tie.id = claim.relationship_id
    where claim.organisation_id = any(${[...organisationIds]}::uuid[])
    order by claim.claimed_at desc, claim.id
    limit ${CLAIMS_TOLD_MAX}`.execute(tx.db)
  return rows.map(row => ({ ...row, personId: row.personId ?? undefined, until: row.until ?? undefined }))
}
