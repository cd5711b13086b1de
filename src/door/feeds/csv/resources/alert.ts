import { alertOf } from '#work/drop/alert-codes.ts'
import { systemOf } from '#work/drop/code-system.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import { type At, periodOf, type RowResource } from './resource.ts'

/** An alert is a Flag, of the class that its code says: what a landlord knows of somebody's health is no matter of housing. */
export function alertResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { reference, alertCode = '', startsOn, endsOn, source, description } = values
  const alert = alertOf(alertCode)
  if (alert === undefined) return []
  const category = source === undefined ? [] : [{ coding: [{ system: systemOf('alertSource'), code: source }] }]
  return [
    {
      dataClass: alert.dataClass,
      resource: {
        resourceType: 'Flag',
        ...(reference !== undefined && { identifier: [{ value: reference }] }),
        status: endsOn === undefined ? 'active' : 'inactive',
        ...(category.length > 0 && { category }),
        code: {
          coding: [{ system: systemOf('personAlert'), code: alert.code }],
          ...(description !== undefined && { text: description }),
        },
        subject: { reference: subject },
        period: periodOf(startsOn, endsOn),
        author: { reference: organisation },
      },
    },
  ]
}
