import type { RowValues } from '#work/drop/read-row.ts'
import { type At, coded, periodOf, type RowResource } from './resource.ts'

/** A tenancy is a Contract: an occupation contract between a landlord (the authority) and a contract-holder (the subject). */
export function tenancyResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { reference, kind, startsOn, endsOn } = values
  const type = coded('tenancyKind', kind)
  return [
    {
      dataClass: 'housing-and-tenancy',
      resource: {
        resourceType: 'Contract',
        ...(reference !== undefined && { identifier: [{ value: reference }] }),
        status: endsOn === undefined ? 'executed' : 'terminated',
        ...(type && { type }),
        applies: periodOf(startsOn, endsOn),
        subject: [{ reference: subject }],
        authority: [{ reference: organisation }],
      },
    },
  ]
}
