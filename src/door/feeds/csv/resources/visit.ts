import type { Appointment } from 'fhir/r4.js'
import { systemOf } from '#work/drop/code-system.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import type { At, RowResource } from './resource.ts'

const MINUTE_MS = 60_000

/** A visit on a provider's list is an Appointment: planned with somebody for a time, and kept, cancelled or missed. */
export function visitResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { reference, startsAt, minutes, worker, description, state = 'planned' } = values
  const end = values.endsAt ?? endAfter(startsAt, minutes)
  return [
    {
      dataClass: 'care-and-support',
      resource: {
        resourceType: 'Appointment',
        ...(reference !== undefined && { identifier: [{ value: reference }] }),
        status: STATUS[state] ?? 'booked',
        serviceType: [{ coding: [{ system: systemOf('visit'), code: 'home-visit' }] }],
        ...(description !== undefined && { description }),
        ...(startsAt !== undefined && { start: startsAt }),
        ...(end !== undefined && { end }),
        participant: [
          { actor: { reference: subject }, status: 'accepted' },
          { actor: { reference: organisation, ...(worker !== undefined && { display: worker }) }, status: 'accepted' },
        ],
      },
    },
  ]
}

function endAfter(start: string | undefined, minutes: string | undefined): string | undefined {
  if (start === undefined || minutes === undefined) return undefined
  return new Date(new Date(start).getTime() + Number(minutes) * MINUTE_MS).toISOString()
}

const STATUS: Readonly<Record<string, Appointment['status']>> = {
  planned: 'booked',
  done: 'fulfilled',
  cancelled: 'cancelled',
  missed: 'noshow',
}
