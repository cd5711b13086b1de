import { type Change, sow } from '../sow.ts'

/** Every act and every reading of the product that these histories are made of, by the file that holds it. */
const FILES = [
  'src/ground/db/store.ts',
  'src/record/sharing/look.ts',
  'src/record/sharing/wish/make.ts',
  'src/record/sharing/wish/withdraw.ts',
  'src/record/sharing/wish/pause.ts',
  'src/work/plan/add.ts',
  'src/work/plan/answer-offer.ts',
  'src/work/plan/answer.ts',
  'src/work/plan/propose.ts',
  'src/work/plan/take-stance.ts',
  'src/work/plan/strike.ts',
  'src/work/plan/score.ts',
  'src/work/plan/say-state.ts',
  'src/work/plan/whole-stance.ts',
  'src/work/plan/read-plan.ts',
  'src/work/plan/read-history.ts',
] as const

type Ground = Pick<typeof import('#ground/db/store.ts'), 'transaction'>
type Looking = Pick<typeof import('#record/sharing/look.ts'), 'look'>
type Wishes = typeof import('#record/sharing/wish/make.ts') &
  typeof import('#record/sharing/wish/withdraw.ts') &
  typeof import('#record/sharing/wish/pause.ts')
type Plan = typeof import('#work/plan/add.ts') &
  typeof import('#work/plan/answer-offer.ts') &
  typeof import('#work/plan/answer.ts') &
  typeof import('#work/plan/propose.ts') &
  typeof import('#work/plan/take-stance.ts') &
  typeof import('#work/plan/strike.ts') &
  typeof import('#work/plan/score.ts') &
  typeof import('#work/plan/say-state.ts') &
  typeof import('#work/plan/whole-stance.ts') &
  typeof import('#work/plan/read-plan.ts') &
  typeof import('#work/plan/read-history.ts')

export type Product = Ground & Looking & Wishes & Plan

/** The product as it is, or with faults: a copy of what they may reach. */
export async function product(changes: readonly Change[] = []): Promise<Product> {
  const at = changes.length === 0 ? (path: string) => new URL(path, ROOT).href : sow(changes)
  const modules = await Promise.all(FILES.map(file => import(at(file))))
  return Object.assign({}, ...modules)
}

const ROOT = new URL('../../', import.meta.url)
