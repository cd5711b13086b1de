import { systemOf } from '#work/drop/code-system.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import { type At, coded, periodOf, type RowResource } from './resource.ts'

/**
 * That an adult receives care and support, since when, of what kinds and until when, is a CarePlan: the council's own, as it
 * returns it each year. That an enquiry about their safety is open is told apart, and to few.
 */
export function careAndSupportResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { startsOn, endsOn, closureReason, kind, livesIn, safeguarding } = values
  const reason = coded('closureReason', closureReason)
  const residence = coded('residence', livesIn)
  const plan: RowResource = {
    dataClass: 'care-and-support',
    resource: {
      resourceType: 'CarePlan',
      status: endsOn === undefined ? 'active' : 'completed',
      intent: 'plan',
      ...(kind !== undefined && { description: kind }),
      subject: { reference: subject },
      author: { reference: organisation },
      period: periodOf(startsOn, endsOn),
      ...((reason || residence) && { category: [reason, residence].filter(one => one !== undefined) }),
    },
  }
  if (safeguarding === undefined) return [plan]
  const flag: RowResource = {
    dataClass: 'safeguarding-enquiry',
    part: '/safeguarding',
    resource: {
      resourceType: 'Flag',
      status: safeguarding === 'yes' ? 'active' : 'inactive',
      code: { coding: [{ system: systemOf('safeguarding'), code: 'enquiry' }] },
      subject: { reference: subject },
      author: { reference: organisation },
    },
  }
  return [plan, flag]
}
