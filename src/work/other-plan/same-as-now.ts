import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { readCarriedPlan } from '#work/plan-document/carried-plan.ts'
import { planIn } from '#work/plan-document/read-document.ts'

/**
 * Whether a file is a copy of the plan that this access opens: of when it is, and how many things in it are otherwise now
 * as far as they may be seen. Undefined for a plan of anybody else's.
 */
export async function sameAsNow(
  tx: Tx,
  access: Access,
  bytes: Uint8Array,
): Promise<{ readonly takenAt: Date; readonly changed: number } | undefined> {
  const carried = planIn(JSON.parse(Buffer.from(bytes).toString('utf8')))
  if (carried === undefined) return undefined
  const now = await readCarriedPlan(tx, access)
  if (now === undefined || now.planId !== carried.planId) return undefined
  const held = new Map<string, unknown>([
    ...now.items.map(item => [item.id, item] as const),
    ...now.aboutMe.map(part => [part.part, part] as const),
  ])
  const copied = [
    ...carried.items.map(item => [item.id, item] as const),
    ...carried.aboutMe.map(part => [part.part, part] as const),
  ]
  const changed = copied.filter(([id, one]) => held.has(id) && !isDeepStrictEqual(held.get(id), one))
  return { takenAt: carried.takenAt, changed: changed.length }
}
