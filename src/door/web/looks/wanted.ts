import { z } from 'zod'
import type { TrailWanted } from '#record/sharing/trail/entry.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'

/** Which part of the trail an address asks for. What it cannot mean is as if it were not there: an old link still works. */
export const Wanted = z.object({
  before: z.uuid().optional().catch(undefined),
  own: z.literal('1').optional().catch(undefined),
  who: z.uuid().optional().catch(undefined),
  class: z.enum(DATA_CLASSES).optional().catch(undefined),
  by: z.enum(['people', 'machines']).optional().catch(undefined),
  only: z.enum(['refused', 'emergency']).optional().catch(undefined),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
})
export type Wanted = z.infer<typeof Wanted>

/** The same, as the trail is asked for it. */
export function trailWanted({ before, own, who, by, only, month, ...wanted }: Wanted): TrailWanted {
  return {
    beforeEntry: before,
    withOwn: own !== undefined,
    organisationId: who,
    dataClass: wanted.class,
    hands: by,
    only,
    month,
  }
}

/** Whether only a part is wanted, wherever in it one reads and whether one's own looks are in it. */
export function isPart({ before: _, own: __, ...filters }: Wanted): boolean {
  return Object.values(filters).some(value => value !== undefined)
}

/** The address of the same part, from another entry on or from the latest. */
export function addressOf(page: string, wanted: Wanted, before?: string): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...wanted, before }))
    if (value !== undefined) query.set(name, String(value))
  return query.size === 0 ? page : `${page}?${query}`
}
