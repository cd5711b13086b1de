import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { findByNumberAndBirth } from '#record/person/find-by-number.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { writeTrail } from '../trail/write.ts'
import type { DataClass } from '../vocabulary.ts'
import { allowsSensitive, type EmergencyCategory } from './category.ts'
import { holdToCeiling } from './ceiling.ts'
import { reviewDueAt } from './due.ts'
import { type Lack, lacksOf } from './lack.ts'
import { everyOffice, reviewingOffice, whoseWorker } from './office.ts'
import { faultOfReason, type ReasonProblem } from './reason.ts'
import { EMERGENCY_ROLES } from './roles.ts'
import { EMERGENCY_HOURS_MAX, SENSITIVE_EMERGENCY_HOURS_MAX } from './scope.ts'
import { tellOfEmergency } from './tell.ts'
import { isTooManyTries } from './tries.ts'

/** An emergency as a worker asks for it. */
export interface AskedEmergency {
  /** Made by the form: what is sent twice is opened once. It becomes the emergency's id. */
  readonly id: string
  readonly nhsNumber: NhsNumber
  /** ISO 8601 day. */
  readonly birthDate: string
  readonly category: EmergencyCategory
  readonly words: string
  /** Sensitive classes, each asked for by itself. */
  readonly sensitive: readonly DataClass[]
  /** Why those as well; empty when none is asked for. */
  readonly sensitiveWords: string
}

export interface OpenedEmergency {
  readonly id: string
  readonly personId: string
  readonly closesAt: Date
}

/** Why it was not opened. Each code is a key of `language/{en,cy}/emergency.ts`. */
export type EmergencyProblem =
  | ReasonProblem
  | 'emergency.notYourJob'
  | 'emergency.sensitiveNotYours'
  | 'emergency.sensitiveCategory'
  | 'emergency.sensitiveWordsTooFew'
  | 'emergency.sensitiveWordsTooLong'
  | 'emergency.tooManyTries'
  | 'emergency.nobodyFound'
  | 'emergency.nobodyToReview'

/**
 * Opens a person's record to a worker because it cannot wait: whatever the job may open in an emergency, for reading, for
 * four hours, or for one when something sensitive is asked for. In the same transaction it is in the trail, the person and
 * the worker's privacy officers are told, another body's officer has a review with a clock, and it counts against the
 * body's month. If any of that cannot be written, nothing is open. Use in `transactionInTurn`: emergencies take turns.
 * Refused with the same words for a person who is not there and for one whose birth date is another; every try is in the trail.
 */
export async function openEmergency(
  tx: Tx,
  actor: WorkerActor,
  asked: AskedEmergency,
): Promise<Outcome<OpenedEmergency, EmergencyProblem>> {
  const fault = faultOf(actor, asked)
  if (fault !== undefined) return refused(fault)
  await holdAlone(tx, 'emergencies')
  const before = await findOwn(tx, actor, asked.id)
  if (before !== undefined) return done(before)
  const postEndsAt = await whenPostEnds(tx, actor)
  if (postEndsAt === undefined) return refused('emergency.notYourJob')
  const reviewer = await findReviewer(tx, actor)
  if (reviewer === undefined) return refused('emergency.nobodyToReview')
  if (await isTooManyTries(tx, actor.accountId)) return refusedTry(tx, actor, asked, 'emergency.tooManyTries')
  const personId = await findByNumberAndBirth(tx, asked.nhsNumber, asked.birthDate)
  if (personId === undefined) return refusedTry(tx, actor, asked, 'emergency.nobodyFound')
  const { facts, organisationIds } = await loadFacts(tx, [{ actor, personId }])
  const purpose = purposeOf(actor, facts[0]!)
  const classes = classesOf(actor, asked)
  const lacks = lacksOf(actor, classes, { facts: facts[0]!, contributors: [...organisationIds.keys()] })
  const opened = await open(tx, actor, asked, { personId, classes, postEndsAt })
  await writeTrail(tx, [
    { actor, personId, purpose, doing: 'emergency', place: 'emergency', allowed: true, released: [], failed: [] },
  ])
  await tellAndGive(tx, opened, { asked, lacks, reviewer })
  await holdToCeiling(tx, actor.organisationId, opened.id)
  return done(opened)
}

/** What is wrong with what was asked, before anybody is looked for: it tells nothing of anybody. */
function faultOf(actor: WorkerActor, asked: AskedEmergency): EmergencyProblem | undefined {
  const scope = EMERGENCY_ROLES[actor.role]
  if (scope === undefined) return 'emergency.notYourJob'
  const fault = faultOfReason(asked.words)
  if (fault !== undefined || asked.sensitive.length === 0) return fault
  if (!asked.sensitive.every(dataClass => scope.sensitive.includes(dataClass))) return 'emergency.sensitiveNotYours'
  if (!allowsSensitive(asked.category)) return 'emergency.sensitiveCategory'
  const sensitiveFault = faultOfReason(asked.sensitiveWords)
  if (sensitiveFault === undefined) return undefined
  return sensitiveFault === 'emergency.wordsTooLong'
    ? 'emergency.sensitiveWordsTooLong'
    : 'emergency.sensitiveWordsTooFew'
}

function classesOf(actor: WorkerActor, { sensitive }: AskedEmergency): DataClass[] {
  return [...(EMERGENCY_ROLES[actor.role]?.classes ?? []), ...new Set(sensitive)]
}

async function refusedTry<Problem extends EmergencyProblem>(
  tx: Tx,
  actor: WorkerActor,
  { id }: AskedEmergency,
  problem: Problem,
): Promise<Outcome<never, Problem>> {
  // The id of an emergency that was never opened is nobody's: the entry stands under the worker alone.
  const purpose = purposeOf(actor, (await loadFacts(tx, [{ actor, personId: id }])).facts[0]!)
  await writeTrail(tx, [
    { actor, personId: id, purpose, doing: 'emergency', place: 'emergency', allowed: false, released: [], failed: [] },
  ])
  return refused(problem)
}

async function findOwn(tx: Tx, actor: WorkerActor, id: string): Promise<OpenedEmergency | undefined> {
  return tx.db
    .selectFrom('emergencyAccess')
    .select(['id', 'personId', 'closesAt'])
    .where('id', '=', id)
    .where('accountId', '=', actor.accountId)
    .where('organisationId', '=', actor.organisationId)
    .executeTakeFirst()
}

/** When the worker leaves the post they act in, if that is known; far off if it is not. Undefined: it is not theirs now. */
async function whenPostEnds(tx: Tx, actor: WorkerActor): Promise<Date | undefined> {
  const { rows } = await sql<{ endsAt: Date }>`
    select coalesce(ended.ended_at, ${new Date('9999-12-31')}::timestamptz) as ends_at
    from post
    left join post_end as ended on ended.post_id = post.id
    where post.account_id = ${actor.accountId} and post.organisation_id = ${actor.organisationId} and post.role = ${actor.role}
      and post.started_at <= ${tx.now} and (ended.ended_at is null or ended.ended_at > ${tx.now})
    order by ends_at desc
    limit 1`.execute(tx.db)
  return rows[0]?.endsAt
}

/** The team that reviews, and the one that is told. Known before anybody is looked for, so that lacking them tells nothing. */
interface Reviewer {
  readonly teamId: string
  readonly toldTeamId: string
}

async function findReviewer(tx: Tx, { accountId, organisationId }: WorkerActor): Promise<Reviewer | undefined> {
  const reviewed = await whoseWorker(tx, accountId, organisationId)
  const office = reviewed && reviewingOffice(await everyOffice(tx), reviewed)
  return office && { teamId: office.teamId, toldTeamId: reviewed.answeringTeamId }
}

const HOUR_MS = 60 * 60 * 1000

async function open(
  tx: Tx,
  actor: WorkerActor,
  asked: AskedEmergency,
  about: { readonly personId: string; readonly classes: readonly DataClass[]; readonly postEndsAt: Date },
): Promise<OpenedEmergency> {
  const isSensitive = asked.sensitive.length > 0
  const hours = isSensitive ? SENSITIVE_EMERGENCY_HOURS_MAX : EMERGENCY_HOURS_MAX
  const closesAt = new Date(Math.min(tx.now.getTime() + hours * HOUR_MS, about.postEndsAt.getTime()))
  await tx.db
    .insertInto('emergencyAccess')
    .values({
      id: asked.id,
      personId: about.personId,
      accountId: actor.accountId,
      organisationId: actor.organisationId,
      actorName: actor.name,
      role: actor.role,
      category: asked.category,
      words: asked.words,
      sensitiveWords: isSensitive ? asked.sensitiveWords : null,
      dataClasses: [...about.classes],
      isSensitive,
      openedAt: tx.now,
      closesAt,
    })
    .execute()
  return { id: asked.id, personId: about.personId, closesAt }
}

interface Following {
  readonly asked: AskedEmergency
  readonly lacks: readonly Lack[]
  readonly reviewer: Reviewer
}

async function tellAndGive(
  tx: Tx,
  { id, personId }: OpenedEmergency,
  { asked, lacks, reviewer }: Following,
): Promise<void> {
  await tellOfEmergency(tx, { id, personId, teamId: reviewer.toldTeamId })
  const dueAt = reviewDueAt(tx.now, asked.sensitive.length > 0)
  await tx.db
    .insertInto('emergencyReviewTask')
    .values({ emergencyAccessId: id, teamId: reviewer.teamId, dueAt, givenAt: tx.now })
    .execute()
  if (lacks.length === 0) return
  await tx.db
    .insertInto('emergencyLack')
    .values(
      lacks.map(({ dataClass, failed, relationships }) => ({
        emergencyAccessId: id,
        dataClass,
        failed: [...failed],
        relationships: [...relationships],
      })),
    )
    .execute()
}
