import type { Say } from '#ground/language/say.ts'
import type { CarriedPlan } from './carried-plan.ts'

/** To whom a plan is told: in what language, and where its parts have their addresses. */
export interface Telling {
  readonly say: Say
  /** The address people know us by. */
  readonly origin: string
  readonly plan: CarriedPlan
}
