import type { ServiceRequest } from 'fhir/r4.js'
import type { RowValues } from '#work/drop/read-row.ts'
import { type At, coded, periodOf, type RowResource } from './resource.ts'

/** A care package is a ServiceRequest: what a council has ordered for somebody, from whom, and how much of it a week. */
export function carePackageResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { reference, kind, provider, hoursAWeek, startsOn, endsOn } = values
  const state = values.state ?? (endsOn === undefined ? 'active' : 'ended')
  const code = coded('careService', kind)
  const hours = hoursAWeek === undefined ? undefined : Number(hoursAWeek)
  return [
    {
      dataClass: 'care-and-support',
      resource: {
        resourceType: 'ServiceRequest',
        ...(reference !== undefined && { identifier: [{ value: reference }] }),
        status: STATUS[state] ?? 'unknown',
        intent: 'order',
        ...(code && { code }),
        subject: { reference: subject },
        requester: { reference: organisation },
        ...(provider !== undefined && { performer: [{ display: provider }] }),
        occurrencePeriod: periodOf(startsOn, endsOn),
        ...(hours !== undefined && { quantityQuantity: { value: hours, unit: 'h/wk' } }),
      },
    },
  ]
}

const STATUS: Readonly<Record<string, ServiceRequest['status']>> = {
  planned: 'draft',
  active: 'active',
  suspended: 'on-hold',
  ended: 'completed',
}
