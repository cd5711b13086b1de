import assert from 'node:assert/strict'
import type { Patient } from 'fhir/r4.js'
import { type Store, transaction } from '#ground/db/store.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { linkRecords } from './link.ts'
import { membersOf } from './persons.ts'
import { unlinkRecords } from './unlink.ts'

const BY_STEFFAN = { decidedBy: 'Steffan Howells', reason: 'asked at the house' }

/** Somebody of whom there is one record, and who reads it with an account of their own. */
export interface Again {
  readonly personId: string
  readonly citizen: CitizenActor
}

/** A record that an organisation keeps of somebody it knows by no number of anybody's, with an account for them. */
export async function anotherRecordOf(store: Store, organisation: string): Promise<Again> {
  return transaction(store, async tx => {
    const localId = tx.newId()
    const key = { organisationId: seedId.organisation(organisation), localId }
    const patient: Patient = { resourceType: 'Patient', identifier: [{ value: localId }] }
    const { homePersonId: personId } = await keepSourceRecord(tx, key, () => patient, undefined)
    const [accountId, name] = [tx.newId(), 'Mair Pritchard']
    await tx.db.insertInto('account').values({ id: accountId, subject: localId, name, language: 'cy' }).execute()
    await tx.db.insertInto('personAccount').values({ accountId, personId, startedAt: tx.now }).execute()
    return { personId, citizen: { kind: 'citizen', accountId, name } }
  })
}

/** Two people who turn out to be one, by their first records. Answers how to undo it. */
export async function findToBeOne(store: Store, one: string, other: string): Promise<() => Promise<void>> {
  const linked = await transaction(store, async tx => {
    const [[a], [b]] = [await membersOf(tx, one), await membersOf(tx, other)]
    return linkRecords(tx, a!, b!, BY_STEFFAN)
  })
  assert(linked.ok, 'they may be one')
  return async () => {
    const parted = await transaction(store, tx => unlinkRecords(tx, linked.value.linkId, BY_STEFFAN))
    assert.equal(parted.ok && parted.value.people.length, 2)
  }
}
