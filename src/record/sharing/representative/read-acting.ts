import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf, personNow } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import { THE_PERSON } from '../vocabulary.ts'
import { ACTING_CLASS, notingAs } from './acting-office.ts'
import { FINDING_ROLES } from './find-capacity.ts'
import type { CapacityDecision } from './office.ts'
import { type Representative, representativesOf } from './representatives-of.ts'

/** A finding of capacity, for one decision on one day. */
export interface Finding {
  readonly id: string
  readonly decision: CapacityDecision
  readonly hasCapacity: boolean
  /** Shown to the person, to whoever acts for them, and to those whose work it is to find; undefined for others. */
  readonly evidence: string | undefined
  readonly foundByName: string
  readonly foundAt: Date
  /** ISO 8601. */
  readonly reviewOn: string
  /** The latest for its decision, and not past its review day. */
  readonly counts: boolean
}

/** A refusal of treatment made ahead of time. */
export interface AdvanceDecision {
  readonly id: string
  readonly refuses: string
  readonly isLifeSustaining: boolean
  readonly witness: string | undefined
  readonly madeOn: string
  readonly recordedByName: string
}

/** What somebody would like, in their own words. */
export interface AdvanceStatement {
  readonly id: string
  readonly words: string
  readonly language: 'en' | 'cy'
  readonly madeOn: string
  readonly recordedByName: string
}

/** Who may act for somebody, what was found of their capacity, and what they decided or said ahead. */
export interface Acting {
  readonly representatives: readonly Representative[]
  readonly findings: readonly Finding[]
  readonly decisions: readonly AdvanceDecision[]
  readonly statements: readonly AdvanceStatement[]
  /** Whether the reader may add to it, and whether they may record a finding. */
  readonly mayNote: boolean
  readonly mayFind: boolean
}

/**
 * All of it, for the person, for whoever acts for them, and for workers who may add to their care and support. Refused
 * for everybody else. It notes what is released.
 */
export async function readActing(tx: Tx, access: Access): Promise<Outcome<Acting, 'record.notShown'>> {
  const { actor, personId } = access
  const mayNote = notingAs(access) !== undefined
  const isNear = isPersonOrRepresentative(access)
  if (!mayReadActing(access)) return refused('record.notShown')
  const theirs = access.grants.find(
    ({ contributor, dataClass }) => contributor === THE_PERSON && dataClass === ACTING_CLASS,
  )
  if (theirs === undefined) return refused('record.notShown')
  const mayFind = mayNote && actor.kind === 'worker' && FINDING_ROLES.includes(actor.role)
  const findings = await findingsOf(tx, personId)
  access.release(theirs.contributorId, ACTING_CLASS)
  return done({
    representatives: await representativesOf(tx, personId),
    findings: findings.map(one => ({ ...one, evidence: mayFind || isNear ? one.evidence : undefined })),
    decisions: await decisionsOf(tx, personId),
    statements: await statementsOf(tx, personId),
    mayNote,
    mayFind,
  })
}

/** Whether the holder of an access is told who may act for the person, and the rest of it. */
export function mayReadActing(access: Access): boolean {
  return notingAs(access) !== undefined || isPersonOrRepresentative(access)
}

function isPersonOrRepresentative({ grants }: Access): boolean {
  return grants.some(
    ({ dataClass, because: { kind } }) => dataClass === ACTING_CLASS && (kind === 'own' || kind === 'representative'),
  )
}

async function findingsOf(tx: Tx, personId: string): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select finding.id, finding.decision, finding.has_capacity, finding.evidence, finding.found_by_name, finding.found_at,
           finding.review_on,
           finding.review_on >= ${dayOf(tx.now)}::date and row_number() over (
             partition by finding.decision order by finding.found_at desc, finding.id) = 1 as counts
    from capacity_finding_now as finding
    where finding.person_id = ${personNow(personId)}
    order by finding.found_at desc, finding.id`.execute(tx.db)
  return rows
}

async function decisionsOf(tx: Tx, personId: string): Promise<AdvanceDecision[]> {
  const rows = await tx.db
    .selectFrom('advanceDecision as ahead')
    .leftJoin('advanceDecisionEnd as ended', 'ended.advanceDecisionId', 'ahead.id')
    .select([
      'ahead.id',
      'ahead.refuses',
      'ahead.isLifeSustaining',
      'ahead.witness',
      'ahead.madeOn',
      'ahead.recordedByName',
    ])
    .where('ahead.personId', 'in', everyIdOf(personId))
    .where('ended.advanceDecisionId', 'is', null)
    .orderBy('ahead.madeOn', 'desc')
    .orderBy('ahead.id')
    .execute()
  return rows.map(({ witness, ...row }) => ({ ...row, witness: witness ?? undefined }))
}

async function statementsOf(tx: Tx, personId: string): Promise<AdvanceStatement[]> {
  const rows = await tx.db
    .selectFrom('advanceStatement')
    .select(['id', 'words', 'language', 'madeOn', 'recordedByName'])
    .where('personId', 'in', everyIdOf(personId))
    .orderBy('madeOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, language: row.language === 'cy' ? 'cy' : 'en' }))
}
