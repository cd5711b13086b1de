import { type KeepPersonProblem, keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { findSourceRecord } from '#record/person/find-source-record.ts'
import { membersOf, personOf } from '#record/person/link/persons.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import { tellVisit } from './tell-visit.ts'
import type { Told } from './told.ts'

export type WithdrawalProblem = KeepPersonProblem | 'feed.withdrawsNobody' | 'feed.visitOfAnother'

/**
 * Applies A29: a sender has deleted its record of somebody. Nothing is deleted here, and no link ends: the record is
 * marked as withdrawn, and where it is joined to others a records officer is asked whether it is still theirs: it may have
 * been somebody else's all along. When its sender writes of them again it is withdrawn no more. Refused for a record that
 * never came.
 */
export async function applyWithdrawal(tx: Tx, told: Told): Promise<Outcome<undefined, WithdrawalProblem>> {
  const { sender, event, messageId } = told
  const localId = event.person.localIds[0]?.value
  if (localId === undefined) return refused('feed.noLocalId')
  const held = await findSourceRecord(tx, { organisationId: sender.organisationId, localId })
  if (held === undefined) return refused('feed.withdrawsNobody')
  const person = { ...event.person, isWithdrawn: true }
  const kept = await keepPerson(tx, sender, person, messageId, sayingOf(event))
  if (!kept.ok) return kept
  await askWhoseItIs(tx, kept.value.sourceRecordId, sender.ownerTeamId)
  return tellVisit(tx, told, kept.value, undefined)
}

async function askWhoseItIs(tx: Tx, sourceRecordId: string, ownerTeamId: string): Promise<void> {
  const members = await membersOf(tx, await personOf(tx, sourceRecordId))
  const candidates = members.filter(id => id !== sourceRecordId).map(recordId => ({ recordId }))
  await raiseReview(tx, { sourceRecordId, reason: 'said.withdrawn', candidates, ownerTeamId, isDoubt: true })
}
