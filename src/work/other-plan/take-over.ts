import type { Tx } from '#ground/db/store.ts'
import { type ReadCarePlan, readCarePlans } from '#ground/fhir/care-plan/care-plans.ts'
import type { Language } from '#ground/language/say.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { personsContributor } from '#work/about-me/who-decides.ts'
import { type Added, addToPlan } from '#work/plan/add.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import type { PlanProblem } from '#work/plan/plan.ts'
import { TAKEN_AS, type TakenPart } from './other-plan.ts'
import { findOtherPlan } from './read-other-plans.ts'

/** One thing of somebody else's plan, by where it stands. */
export interface ToTakeOver {
  readonly documentId: string
  readonly plan: number
  readonly part: TakenPart
  readonly line: number
  /** Of the words, where they do not say it themselves. */
  readonly language: Language
  /** Where it comes from, in words that stay with it. */
  readonly source: (plan: ReadCarePlan) => string
}

/**
 * Takes one thing of somebody else's plan over into the person's own, with where it comes from: the person at once,
 * anybody else as an offer that waits for them. The same thing taken over again by the same hand is one item.
 */
export async function takeOver(
  tx: Tx,
  access: Access,
  { documentId, plan, part, line, language, source }: ToTakeOver,
  by: Writer,
): Promise<Outcome<{ readonly became: Added }, PlanProblem | 'otherPlan.notThere'>> {
  const found = await findOtherPlan(tx, access, documentId)
  const read = found && readCarePlans(found.bytes)
  const from = typeof read === 'object' ? read.plans[plan] : undefined
  const taken = from?.[part][line]
  if (from === undefined || taken === undefined) return refused('otherPlan.notThere')
  const due = taken.facts.find(({ name, value }) => name === 'due' && /^\d{4}-\d\d-\d\d$/.test(value))?.value
  const spoken = taken.language === 'cy' || taken.language === 'en' ? taken.language : language
  return addToPlan(
    tx,
    access,
    {
      kind: TAKEN_AS[part],
      partOf: undefined,
      ownerId: await personsContributor(tx),
      words: taken.words,
      language: spoken,
      dueOn: due,
      details: {},
      why: source(from),
      key: `${documentId} ${plan} ${part} ${line}`,
    },
    by,
  )
}
