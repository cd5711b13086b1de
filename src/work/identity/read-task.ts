import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type OpenRecord, sourceRecordsOf } from '#record/chart/source-records.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { weighPair } from '#record/person/identify/weigh-pair.ts'
import { personOf } from '#record/person/link/persons.ts'
import type { Explanation } from '#record/person/matching/explain.ts'
import type { ReviewReason } from '#record/person/review/reason.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { type Exposure, exposureOf } from './exposure.ts'
import { findTask } from './officer.ts'
import { pairsOf, type WaitingPair } from './pair.ts'
import { type Risk, risksOf } from './risk.ts'
import { decisionsOf, doubtsIn, type SaidDoubt, type ToldDecision } from './told.ts'

/** A task with its records side by side, as far as they are open to who asks. */
export interface ComparedTask {
  readonly id: string
  readonly reason: ReviewReason
  readonly raisedAt: Date
  readonly dueAt: Date
  readonly isLate: boolean
  /** Who said last that they are looking at it. */
  readonly takenBy: string | undefined
  /** The record that is asked about. Undefined until the task is taken, and when it is over. */
  readonly record: OpenRecord | undefined
  readonly pairs: readonly ComparedPair[]
}

/** The record asked about and one that it may belong with. */
export interface ComparedPair extends WaitingPair {
  readonly record: OpenRecord | undefined
  /** What speaks for and against, as it was weighed, or as it weighs now where nobody did. */
  readonly weighed: Explanation | undefined
  /** Why a second person must agree; empty where one may decide. */
  readonly risks: readonly Risk[]
  /** What joining them would open that is closed now. */
  readonly exposure: readonly Exposure[]
  readonly decisions: readonly ToldDecision[]
  /** What somebody said who doubts it; undefined where nobody did, and until the task is taken. */
  readonly doubt: SaidDoubt | undefined
}

/** A task of the officer's own team. What is seen of whom is in the trail of each. Refused like one that is not there. */
export async function readTask(
  tx: Tx,
  officer: WorkerActor,
  taskId: string,
): Promise<Outcome<ComparedTask, 'record.notShown'>> {
  const task = await findTask(tx, officer, taskId)
  if (task === undefined) return refused('record.notShown')
  const pairs = await pairsOf(tx, taskId)
  const records = await openRecords(tx, officer, [
    task.sourceRecordId,
    ...pairs.map(({ candidateRecordId }) => candidateRecordId),
  ])
  const decisions = await decisionsOf(tx, taskId)
  const doubts = await doubtsIn(
    tx,
    pairs.map(({ candidateId }) => candidateId),
  )
  const compared: ComparedPair[] = []
  for (const pair of pairs) {
    const { candidateId } = pair
    const isOpen = records.has(pair.candidateRecordId)
    compared.push({
      ...(await comparePair(tx, pair, records)),
      decisions: decisions.filter(decision => decision.candidateId === candidateId),
      doubt: isOpen ? doubts.get(candidateId) : undefined,
    })
  }
  return done({
    id: task.id,
    reason: task.reason as ReviewReason,
    raisedAt: task.raisedAt,
    dueAt: task.dueAt,
    isLate: task.dueAt < tx.now && pairs.some(({ isWaiting }) => isWaiting),
    takenBy: await takenBy(tx, taskId),
    record: records.get(task.sourceRecordId),
    pairs: compared,
  })
}

async function comparePair(
  tx: Tx,
  pair: WaitingPair,
  records: ReadonlyMap<string, OpenRecord>,
): Promise<Omit<ComparedPair, 'decisions' | 'doubt'>> {
  const record = records.get(pair.candidateRecordId)
  const isShown = record !== undefined && pair.isWaiting
  return {
    ...pair,
    record,
    weighed: isShown ? await explanationOf(tx, pair) : undefined,
    risks: isShown && !pair.isDoubt ? await risksOf(tx, pair.recordId, pair.candidateRecordId) : [],
    exposure: isShown && !pair.isDoubt ? await exposureOf(tx, pair.recordId, pair.candidateRecordId) : [],
  }
}

function explanationOf(tx: Tx, pair: WaitingPair): Explanation | Promise<Explanation | undefined> {
  const kept = pair.explanation as Explanation | null
  return kept ?? weighPair(tx, pair.recordId, pair.candidateRecordId)
}

/** Of these records those that are open to the officer, by their ids. */
async function openRecords(
  tx: Tx,
  officer: WorkerActor,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, OpenRecord>> {
  const people = new Set<string>()
  for (const recordId of recordIds) people.add(await personOf(tx, recordId))
  const pairs = [...people].map(personId => ({ actor: officer, personId }))
  const opened = await lookAtMany(tx, pairs, { doing: 'look', place: 'identity' }, accesses =>
    sourceRecordsOf(tx, accesses),
  )
  return new Map(opened.flat().flatMap(record => (recordIds.includes(record.id) ? [[record.id, record]] : [])))
}

async function takenBy(tx: Tx, taskId: string): Promise<string | undefined> {
  const taking = await tx.db
    .selectFrom('reviewTaking')
    .select('accountName')
    .where('reviewTaskId', '=', taskId)
    .orderBy('takenAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return taking?.accountName
}
