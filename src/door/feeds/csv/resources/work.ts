import type { Task } from 'fhir/r4.js'
import type { RowValues } from '#work/drop/read-row.ts'
import { type At, coded, periodOf, type RowResource } from './resource.ts'

/** Work on a home is a Task; its stage, which a grant for an adaptation has more of than a repair, is its business status. */
export function workResources(values: RowValues, { subject, organisation }: At): readonly RowResource[] {
  const { reference, kind, stage = '', description, reportedOn, dueOn, completedOn } = values
  const code = coded('workKind', kind)
  return [
    {
      dataClass: 'housing-and-tenancy',
      resource: {
        resourceType: 'Task',
        ...(reference !== undefined && { identifier: [{ value: reference }] }),
        status: STATUS[stage] ?? 'requested',
        businessStatus: coded('workStage', stage)!,
        intent: 'order',
        ...(code && { code }),
        ...(description !== undefined && { description }),
        for: { reference: subject },
        owner: { reference: organisation },
        ...(reportedOn !== undefined && { authoredOn: reportedOn }),
        ...(completedOn !== undefined && { executionPeriod: periodOf(undefined, completedOn) }),
        ...(dueOn !== undefined && { restriction: { period: periodOf(undefined, dueOn) } }),
      },
    },
  ]
}

const STATUS: Readonly<Record<string, Task['status']>> = {
  enquiry: 'requested',
  assessment: 'received',
  application: 'received',
  approved: 'accepted',
  'on-site': 'in-progress',
  completed: 'completed',
  certified: 'completed',
  cancelled: 'cancelled',
}
