import type { decide } from '#record/sharing/decision/decide.ts'
import type { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import type { loadFacts } from '#record/sharing/decision/load-facts.ts'
import type { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { type Change, sow } from '../sow.ts'

/** The two faces of the policy that run, and how they are told what holds. */
export interface Product {
  readonly decide: typeof decide
  readonly loadFacts: typeof loadFacts
  readonly loadAgreements: typeof loadAgreements
  readonly openTo: typeof openTo
}

/** A copy of them, changed here and there, or not at all. */
export async function product(changes: readonly Change[] = []): Promise<Product> {
  const at = sow(changes)
  const load = (file: string) => import(at(`src/record/sharing/decision/${file}`))
  const { decide } = await load('decide.ts')
  const { loadFacts } = await load('load-facts.ts')
  const { loadAgreements } = await load('load-agreements.ts')
  const { openTo } = await load('predicate/open-to.ts')
  return { decide, loadFacts, loadAgreements, openTo }
}
