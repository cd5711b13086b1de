import type { Tx } from '#ground/db/store.ts'
import { type OpenResource, readOpen } from '#record/chart/clinical/read-open.ts'
import type { OfType } from '#record/chart/read-resources.ts'
import type { Access } from '#record/sharing/access.ts'
import { OTHER_PLAN_KEY, type OtherPlan } from './other-plan.ts'

/** How many are listed at most, the latest. */
const LISTED_MAX = 100

/** Other people's plans that this access opens, the latest first, without their bytes. */
export async function otherPlansOf(tx: Tx, access: Access): Promise<OtherPlan[]> {
  const held = await readOpen(tx, access, {
    type: 'DocumentReference',
    under: OTHER_PLAN_KEY,
    withFiles: false,
    max: LISTED_MAX,
  })
  return held.map(planFrom)
}

/** One of them with its bytes, as they came; undefined where it is not open, or is none. */
export async function findOtherPlan(
  tx: Tx,
  access: Access,
  id: string,
): Promise<(OtherPlan & { readonly bytes: Buffer }) | undefined> {
  const asked = { type: 'DocumentReference', under: OTHER_PLAN_KEY, ids: [id], max: 1 } as const
  const [held] = await readOpen(tx, access, asked)
  if (held === undefined) return undefined
  const data = held.content.content?.[0]?.attachment.data ?? ''
  return { ...planFrom(held), bytes: Buffer.from(data, 'base64') }
}

function planFrom({ id, toldBy, content }: OpenResource<OfType<'DocumentReference'>>): OtherPlan {
  return {
    id,
    fileName: content.description ?? '',
    broughtAt: new Date(content.date ?? 0),
    broughtBy: content.author?.[0]?.display,
    contributor: content.custodian === undefined ? undefined : toldBy,
  }
}
