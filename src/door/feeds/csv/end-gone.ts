import type { CarePlan, Contract, FhirResource, Flag, ServiceRequest } from 'fhir/r4.js'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import { contribute } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { RowMessage } from '#work/drop/row-message.ts'
import type { Sender } from '#work/sender/sender.ts'
import type { RowEffect } from './apply.ts'
import { holdTenancy } from './hold-tenancy.ts'

type Ended = CarePlan | Contract | Flag | ServiceRequest

interface Held {
  readonly type: Ended['resourceType']
  readonly sourceRecordId: string
  readonly homePersonId: string
  readonly dataClass: DataClass
  readonly businessKey: string
}

/**
 * Ends what a whole file of a sender's no longer tells of, on the day of that file. A row of the ledger like any other,
 * so that it can be read who ended it and by what; a later file that tells of it again brings it back.
 */
export async function endGone(
  tx: Tx,
  { message, sender, messageId, key }: { message: RowMessage; sender: Sender; messageId: string; key: string },
): Promise<Outcome<RowEffect, 'csv.not-a-row'>> {
  const { rows } = await sql<Held>`
    select resource.type, resource.source_record_id, record.home_person_id, resource.data_class, resource.business_key
    from resource
    join source_record as record on record.id = resource.source_record_id
    where resource.contributor_id = ${sender.organisationId}
      and resource.type in ('CarePlan', 'Contract', 'Flag', 'ServiceRequest')
      and (resource.business_key = ${key} or starts_with(resource.business_key, ${`${key}/`}))`.execute(tx.db)
  const [first] = rows
  if (first === undefined) return refused('csv.not-a-row')
  const resourceIds: string[] = []
  await contribute(tx, sender.actor, first.homePersonId, 'feed', async access => {
    for (const { type, sourceRecordId, dataClass, businessKey } of rows) {
      const own = { type, contributorId: sender.organisationId, businessKey, dataClass, sourceRecordId }
      const on = dayOf(message.saidAt)
      const { id } = await writeResource(tx, access, own, held => ended(held, on), messageId, message.saidAt)
      resourceIds.push(id)
    }
  })
  await holdTenancy(tx, sender, message.kind, first.sourceRecordId)
  return done({ sourceRecordId: first.sourceRecordId, resourceIds })
}

/** As it stands once it is over. What is over already stays as it is. */
function ended(held: FhirResource | undefined, on: string): Ended {
  switch (held?.resourceType) {
    case 'Contract':
      return held.status === 'terminated'
        ? held
        : { ...held, status: 'terminated', applies: { ...held.applies, end: on } }
    case 'ServiceRequest':
      return held.status === 'completed'
        ? held
        : { ...held, status: 'completed', occurrencePeriod: { ...held.occurrencePeriod, end: on } }
    case 'CarePlan':
      return held.status === 'completed' ? held : { ...held, status: 'completed', period: { ...held.period, end: on } }
    case 'Flag':
      return held.status === 'inactive' ? held : { ...held, status: 'inactive', period: { ...held.period, end: on } }
    default:
      throw new Error(`a ${held?.resourceType} is not ended by a file`)
  }
}
