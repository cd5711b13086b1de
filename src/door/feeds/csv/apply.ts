import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { contribute } from '#record/sharing/look.ts'
import { keyOfRow, type RowValues } from '#work/drop/read-row.ts'
import type { RowMessage } from '#work/drop/row-message.ts'
import type { Sender } from '#work/sender/sender.ts'
import { type KeepPersonProblem, keepPerson } from '../hl7/person/keep-person.ts'
import { personOf } from './person-of.ts'
import { resourcesOf } from './resources/resources-of.ts'

/** A row that can be read, and on whose word it is applied. */
export interface ToldRow {
  readonly message: RowMessage
  readonly sender: Sender
  readonly messageId: string
  readonly values: RowValues
}

/** Whether a row that was applied has changed anything: most rows of a file that is sent each night say what they said before. */
export interface RowEffect {
  readonly hasChanged: boolean
}

/** Keeps the sender's record of whose row it is, finds who that is, and writes what the row tells of. All of it, or nothing. */
export async function applyRow(tx: Tx, told: ToldRow): Promise<Outcome<RowEffect, KeepPersonProblem>> {
  const { message, sender, messageId, values } = told
  const kept = await keepPerson(tx, sender, personOf(values, sender), messageId)
  if (!kept.ok) return kept
  const { sourceRecordId, personId } = kept.value
  const businessKey = keyOfRow(message.kind, values)
  const resourceIds: string[] = []
  await contribute(tx, sender.actor, personId, 'feed', async access => {
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
  return done({ hasChanged: await hasWritten(tx, messageId, sourceRecordId, resourceIds) })
}

async function hasWritten(
  tx: Tx,
  messageId: string,
  sourceRecordId: string,
  resourceIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ hasWritten: boolean }>`
    select exists (select from source_record_version
                   where source_record_id = ${sourceRecordId} and message_id = ${messageId})
        or exists (select from resource_version
                   where resource_id = any(${resourceIds}::uuid[]) and message_id = ${messageId}) as has_written`.execute(
    tx.db,
  )
  return rows[0]?.hasWritten === true
}
