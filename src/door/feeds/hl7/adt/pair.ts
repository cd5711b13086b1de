import { type KeepPersonProblem, keepPerson } from '#door/feeds/person/keep-person.ts'
import { sayingOf } from '#door/feeds/saying.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { proposeApart } from '#record/person/proposal/propose-apart.ts'
import { proposeSame } from '#record/person/proposal/propose-same.ts'
import { contribute } from '#record/sharing/look.ts'
import type { KeptPerson } from '#work/identity/keep-record.ts'
import type { Told } from './told.ts'

export type PairProblem = KeepPersonProblem | 'adt.noOtherPatient' | 'feed.joinRefused'

/**
 * Applies A24 and A37: of two numbers that go on being used the sender says that they are one person's (A24), or that
 * they are not (A37). Both records are kept as told; whether they are joined or parted is proposed.
 */
export async function applyPair(tx: Tx, told: Told): Promise<Outcome<undefined, PairProblem>> {
  const { sender, event, messageId } = told
  if (event.other === undefined) return refused('adt.noOtherPatient')
  const one = await keepPerson(tx, sender, event.person, messageId, sayingOf(event))
  if (!one.ok) return one
  const other = await keepPerson(tx, sender, event.other, messageId, sayingOf(event))
  if (!other.ok) return other
  for (const kept of [one.value, other.value]) await noteWriting(tx, told, kept)
  const recordId = one.value.sourceRecordId
  const otherId = other.value.sourceRecordId
  if (recordId === otherId) return done(undefined)
  const { name: saidBy } = sender.actor
  const said = { recordId, otherId, saidBy, isBareNumber: false, ownerTeamId: sender.ownerTeamId }
  const proposed =
    event.trigger === 'A24'
      ? await proposeSame(tx, { ...said, reason: 'proposal.saidOne' })
      : await proposeApart(tx, { ...said, reason: 'proposal.saidTwo' })
  return proposed === 'refused' ? refused('feed.joinRefused') : done(undefined)
}

function noteWriting(tx: Tx, { sender }: Told, { about }: KeptPerson): Promise<void> {
  return contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
  })
}
