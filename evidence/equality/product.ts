import type { decide } from '#record/sharing/decision/decide.ts'
import type { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import type { loadFacts } from '#record/sharing/decision/load-facts.ts'
import type { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { type Mutant, mutated } from './mutant.ts'

/** The two faces of the policy that run, and how they are told what holds. */
export interface Product {
  readonly decide: typeof decide
  readonly loadFacts: typeof loadFacts
  readonly loadAgreements: typeof loadAgreements
  readonly openTo: typeof openTo
}

const DECISION = '#record/sharing/decision/'

/** The product as it is, or with one thing about it changed. */
export async function product(mutant?: Mutant): Promise<Product> {
  const load = async (file: string) => import(mutated(import.meta.resolve(`${DECISION}${file}`), mutant))
  const { decide } = await load('decide.ts')
  const { loadFacts } = await load('load-facts.ts')
  const { loadAgreements } = await load('load-agreements.ts')
  const { openTo } = await load('predicate/open-to.ts')
  return { decide, loadFacts, loadAgreements, openTo }
}
