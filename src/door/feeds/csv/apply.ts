import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { contribute } from '#record/sharing/look.ts'
import { keyOfRow, type RowValues } from '#work/drop/read-row.ts'
import type { RowMessage } from '#work/drop/row-message.ts'
import type { Sender } from '#work/sender/sender.ts'
import { type KeepPersonProblem, keepPerson } from '../person/keep-person.ts'
import { holdTenancy } from './hold-tenancy.ts'
import { personOf } from './person-of.ts'
import { resourcesOf } from './resources/resources-of.ts'

/** A row that can be read, and on whose word it is applied. */
export interface ToldRow {
  readonly message: RowMessage
  readonly sender: Sender
  readonly messageId: string
  readonly values: RowValues
}

/** What a row was about, once it was applied: the sender's record of the person, and the resources it told of. */
export interface RowEffect {
  readonly sourceRecordId: string
  readonly resourceIds: readonly string[]
}

/** Keeps the sender's record of whose row it is, finds who that is, and writes what the row tells of. All of it, or nothing. */
export async function applyRow(tx: Tx, told: ToldRow): Promise<Outcome<RowEffect, KeepPersonProblem>> {
  const { message, sender, messageId, values } = told
  const said = { saidAt: message.saidAt.toISOString(), controlId: `${message.dropId}/${message.row}` }
  const kept = await keepPerson(tx, sender, personOf(values, sender), messageId, said)
  if (!kept.ok) return kept
  const { sourceRecordId, about } = kept.value
  const businessKey = keyOfRow(message.kind, values)
  const resourceIds: string[] = []
  await contribute(tx, sender.actor, about, 'feed', async access => {
    access.contribute(sender.organisationId, 'demographics')
    const at = { subject: `Patient/${sourceRecordId}`, organisation: `Organization/${sender.organisationId}` }
    for (const { dataClass, resource, part = '' } of resourcesOf(message.kind, values, at)) {
      const key = { type: resource.resourceType, contributorId: sender.organisationId, sourceRecordId, dataClass }
      const { id } = await writeResource(
        tx,
        access,
        { ...key, businessKey: `${businessKey}${part}` },
        () => resource,
        messageId,
        message.saidAt,
      )
      resourceIds.push(id)
    }
  })
  await holdTenancy(tx, sender, message.kind, sourceRecordId)
  return done({ sourceRecordId, resourceIds })
}
