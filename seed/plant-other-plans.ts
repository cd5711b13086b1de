import type { Tx } from '#ground/db/store.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { keepOtherPlan } from '#work/other-plan/keep-other-plan.ts'
import { otherPlans } from './region/other-plans.ts'
import { accounts } from './region/staff.ts'

/** The ids of the region: each thing by its key. */
interface Ids {
  account(key: string): string
  person(key: string): string
}

/** Plants the care plans that people have brought from elsewhere, as the bytes they came as. Nothing of the planting is in their trail. */
export async function plantOtherPlans(tx: Tx, ids: Ids): Promise<void> {
  for (const [key, { fileName, plan }] of Object.entries(otherPlans)) {
    const name = accounts.find(account => account.key === key)?.name ?? key
    const brings = { kind: 'citizen', accountId: ids.account(key), name } as const
    const bytes = Buffer.from(JSON.stringify(plan, undefined, 2))
    const pairs = [{ actor: brings, personId: ids.person(key) }]
    const [access] = await lookAtMany(tx, pairs, { doing: 'write', place: 'other-plans' }, async opened => opened)
    const brought = access && (await keepOtherPlan(tx, access, { fileName, bytes, dataClass: 'plan' }))
    if (brought?.ok !== true) throw new Error(`${key} cannot bring ${fileName}`)
  }
}
