import type { DropKind } from '#work/drop/kind.ts'
import type { RowValues } from '#work/drop/read-row.ts'
import { alertResources } from './alert.ts'
import { carePackageResources } from './care-package.ts'
import { careAndSupportResources } from './care-plan.ts'
import type { At, RowResource } from './resource.ts'
import { tenancyResources } from './tenancy.ts'
import { visitResources } from './visit.ts'
import { workResources } from './work.ts'

const RESOURCES: Readonly<Record<DropKind, (values: RowValues, at: At) => readonly RowResource[]>> = {
  'care-and-support': careAndSupportResources,
  'care-packages': carePackageResources,
  tenancies: tenancyResources,
  works: workResources,
  alerts: alertResources,
  visits: visitResources,
}

/** What a row tells of, as FHIR R4 resources. A row tells all of it: nothing of what was held before is kept on. */
export function resourcesOf(kind: DropKind, values: RowValues, at: At): readonly RowResource[] {
  return RESOURCES[kind](values, at)
}
